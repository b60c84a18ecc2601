package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.server.Browser.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Beside a live Flask-Session 0.3, which rewrites the whole record with every request. */
class BlindWriterTest {

    @Test
    void whatItWroteWhileARequestOfOursRanIsKept() throws Exception {
        Map<String, String> properties = new HashMap<>(Stores.REDIS.properties());
        properties.put("session.serialization-format", "pickle");
        Map<String, Object> config =
                Map.of("SECRET_KEY", TestServer.SECRET_KEY, "SESSION_TYPE", "redis", "REDIS_PORT", Stores.redisPort());
        try (FlaskPeer flask = FlaskPeer.start(config);
                TestServer spring = TestServer.start(ServletContainer.TOMCAT, RaceApplication.class, properties)) {
            RaceApplication application = spring.context().getBean(RaceApplication.class);
            Browser onSpring = spring.browser();
            onSpring.get("/put?key=a&value=1");
            Browser onFlask = flask.browser();
            onFlask.setCookie("session", onSpring.cookie("session"));

            application.expectSlowRequest();
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                    () -> spring.browser().getWith(onSpring.cookieHeader(), "/slow/write"));
            application.awaitSlowRequest();
            onFlask.get("/fill");
            application.letSlowRequestGoOn();

            assertThat(answer.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
            assertThat(onFlask.get("/types").body()).contains("slow=bool", "uuid=UUID", "a=int");
        }
    }
}
