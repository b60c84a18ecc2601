package io.github.sessionstarter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.Browser.Answer;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program whose sessions lie on a small disk of its own; ends with 0 if it is as {@link FullDiskTest} wants it. */
final class FullDisk {

    private final Path directory;
    private final TestServer application;

    private FullDisk(Path directory, TestServer application) {
        this.directory = directory;
        this.application = application;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        try (TestServer application = TestServer.start(
                ServletContainer.TOMCAT,
                FaultApplication.class,
                Map.of("session.type", "filesystem", "session.file.dir", directory.toString()))) {
            FullDisk disk = new FullDisk(directory, application);
            disk.fillsUp();
            disk.becomesReadOnly();
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private Browser visitor() {
        Browser browser = application.browser();
        assertThat(browser.get("/write?key=a").status()).isEqualTo(200);
        return browser;
    }

    private void fillsUp() throws IOException {
        Browser browser = visitor();
        Path filler = directory.resolve("filler.txt");
        fill(filler);
        List<String> before = names();

        Answer change = browser.get("/write?key=b");
        Answer newSession = application.browser().get("/write?key=a");
        Answer read = browser.get("/keys");
        List<String> after = names();
        Files.delete(filler);
        Answer changeAfterwards = browser.get("/write?key=c");

        assertThat(change.status()).isEqualTo(503);
        assertThat(newSession.status()).isEqualTo(503);
        assertThat(newSession.setCookies()).isEmpty();
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().split(",")).contains("a").doesNotContain("b");
        assertThat(after).as("no half-written file is left").isEqualTo(before);
        assertThat(changeAfterwards.status()).isEqualTo(200);
        assertThat(browser.get("/keys").body().split(",")).contains("a", "c").doesNotContain("b");
    }

    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] some = new byte[512];
            while (true) {
                out.write(some);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private void becomesReadOnly() throws Exception {
        Browser browser = visitor();
        remount("ro");

        Answer read = browser.get("/read?key=a");
        Answer change = browser.get("/write?key=b");
        Answer newSession = application.browser().get("/write?key=a");
        remount("rw");

        assertThat(read.status()).as("it cannot be prolonged").isEqualTo(503);
        assertThat(change.status()).isEqualTo(503);
        assertThat(newSession.status()).isEqualTo(503);
        assertThat(newSession.setCookies()).isEmpty();
        assertThat(browser.get("/keys").body().split(",")).contains("a").doesNotContain("b");
        assertThat(browser.get("/write?key=c").status()).isEqualTo(200);
    }

    private void remount(String mode) throws Exception {
        assertThat(new ProcessBuilder("mount", "-o", "remount," + mode, directory.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    /** The locks stay; they are few. */
    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("lock-"))
                    .sorted()
                    .toList();
        }
    }
}
