package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A browser keeps a {@code __Host-} cookie only if it came over HTTPS with all that the name promises. */
@RunningFlaskr
@TestPropertySource(
        properties = {
            "session.cookie.name=__Host-session",
            "session.cookie.secure=true",
            "server.ssl.key-store-password=" + HttpsChromiumTest.PASSWORD
        })
@ExtendWith(ChromiumExtension.class)
class HttpsChromiumTest {

    static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void certify(DynamicPropertyRegistry registry) {
        registry.add("server.ssl.key-store", HttpsChromiumTest::keyStore);
    }

    /** A key of this test's own, by the JDK's own program. */
    private static String keyStore() {
        String file = folder.resolve("key.p12").toString();
        try {
            int status = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=Flaskr",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            file)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            assertThat(status).isZero();
            return file;
        } catch (Exception e) {
            throw new IllegalStateException("keytool made no key", e);
        }
    }

    @Test
    void theCookieIsKeptAndForHttpsAlone(Chromium chromium) {
        Visitor visitor = new Visitor(chromium, URI.create("https://" + RunningFlaskr.HOST + ":" + port));
        visitor.logIn("admin", "default");

        visitor.reload();

        assertThat(visitor.text("header")).contains("admin", "Log out");
        assertThat(visitor.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo("__Host-session");
            assertThat(cookie.isSecure()).isTrue();
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Lax");
        });
    }
}
