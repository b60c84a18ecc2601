package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.OutputType;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.jdbc.Sql;

/**
 * Takes the README's pictures. They go into {@code target}; {@code -Dsession.screenshots=../docs/screenshots} renews those
 * that the README shows.
 */
@RunningFlaskr
@Sql({"/schema.sql", "/data.sql"})
@ExtendWith(ChromiumExtension.class)
class ScreenshotsTest {

    private static final Path FOLDER = Path.of(System.getProperty("session.screenshots", "target/screenshots"));
    private static final int WIDTH = 900;
    private static final int MAX_BYTES = 100_000;

    @LocalServerPort
    int port;

    Chromium chromium;
    Visitor visitor;

    @BeforeEach
    void come(Chromium chromium) {
        this.chromium = chromium;
        visitor = Visitor.of(chromium, port);
    }

    @Test
    void entries() throws IOException {
        visitor.logIn("admin", "default");

        take("entries", "footer");
    }

    @Test
    void login() throws IOException {
        visitor.open("/login");

        take("login", "footer");
    }

    @Test
    void session() throws IOException {
        visitor.logIn("admin", "default");
        visitor.open("/session");
        visitor.press("Map");

        take("session", ".columns");
    }

    /** Of the page from its top to the end of an element. */
    private void take(String name, String last) throws IOException {
        visitor.run("document.documentElement.style.scrollbarWidth = 'none'");
        chromium.resize(WIDTH, 400);
        double bottom = ((Number)
                        visitor.run("return document.querySelector(arguments[0]).getBoundingClientRect().bottom", last))
                .doubleValue();
        chromium.resize(WIDTH, (int) bottom);
        byte[] picture = chromium.driver().getScreenshotAs(OutputType.BYTES);

        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".png"), picture);

        assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(WIDTH);
        assertThat(picture.length).isLessThan(MAX_BYTES);
    }
}
