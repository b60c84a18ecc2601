package io.github.sessionstarter.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.benchmarks.Servers;
import io.github.sessionstarter.benchmarks.application.Contender;
import io.github.sessionstarter.benchmarks.application.Handler;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contenders do the same, or what is measured is no comparison. */
class ContendersTest {

    private static Servers servers;

    @BeforeAll
    static void start() throws IOException {
        boolean isRequired = Objects.requireNonNullElse(System.getenv("SESSION_TEST_REQUIRE"), "")
                .contains("memcached");
        Assumptions.assumeTrue(
                isRequired || Servers.areInstalled(), "No memcached on the PATH (Debian has it in memcached)");
        servers = new Servers();
    }

    @AfterAll
    static void stop() throws IOException {
        if (servers != null) {
            servers.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everybodyAnswersEveryHandlerAndRemembers(Contender contender) throws IOException {
        boolean remembers = contender != Contender.NONE;
        try (RunningContender running = RunningContender.start(contender, servers, 2)) {
            List<String> cookies = running.cookies();
            String cookie = cookies.get(0);

            assertThat(cookies).hasSize(2);
            assertThat(running.get(Handler.UNTOUCHED, cookie).body()).isEqualTo(answer("untouched", "null"));
            assertThat(running.get(Handler.READ, cookie).body()).isEqualTo(answer("read", "\"Wolfgang\""));
            HttpResponse<String> first = running.get(Handler.CHANGE, cookie);
            assertThat(first.body()).isEqualTo(answer("change", "1"));
            String next = contender == Contender.COOKIE ? cookieOf(first) : cookie;
            assertThat(running.get(Handler.CHANGE, next).body()).isEqualTo(answer("change", remembers ? "2" : "1"));
        }
    }

    private static String answer(String handler, String value) {
        return "{\"handler\":\"" + handler + "\",\"value\":" + value + "}";
    }

    private static String cookieOf(HttpResponse<String> response) {
        String header = response.headers().firstValue("Set-Cookie").orElseThrow();
        return header.substring(0, header.indexOf(';'));
    }

    @ParameterizedTest
    @EnumSource(names = "NONE")
    void loadIsMadeWithoutWrkToo(Contender contender) throws IOException {
        try (RunningContender running = RunningContender.start(contender, servers, 0)) {
            Load.Answered answered =
                    new JavaLoad().send(running.uri(Handler.READ), List.of("a=b"), 2, Duration.ofMillis(200));

            assertThat(answered.requests()).isPositive();
            assertThat(answered.seconds()).isGreaterThanOrEqualTo(0.2);
            assertThat(running.processorTime()).isPositive();
        }
    }
}
