package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The starter does its work in an application that has nothing else of it than what is published. */
class ApplicationTest {

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void aLogInIsKeptInACookie() throws Exception {
        assertThatALogInIsKept("--session.secret-key=a secret key of the consumer");
    }

    @Test
    void aLogInIsKeptInFiles(@TempDir Path folder) throws Exception {
        assertThatALogInIsKept("--session.type=filesystem", "--session.file.dir=" + folder);
        assertThat(folder).isNotEmptyDirectory();
    }

    private void assertThatALogInIsKept(String... properties) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(properties));
        arguments.add("--server.port=0");
        arguments.add("--server.address=127.0.0.1");
        try (ConfigurableApplicationContext application =
                SpringApplication.run(Application.class, arguments.toArray(String[]::new))) {
            URI server = URI.create("http://127.0.0.1:"
                    + application.getEnvironment().getProperty("local.server.port"));

            assertThat(send(HttpRequest.newBuilder(server.resolve("/me")))).isEqualTo("nobody 0");
            assertThat(send(HttpRequest.newBuilder(server.resolve("/login?username=wd"))
                            .POST(BodyPublishers.noBody())))
                    .isEqualTo("Hello, wd");
            assertThat(send(HttpRequest.newBuilder(server.resolve("/me")))).isEqualTo("wd 1");
            assertThat(send(HttpRequest.newBuilder(server.resolve("/me")))).isEqualTo("wd 0");
        }
    }

    private String send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
