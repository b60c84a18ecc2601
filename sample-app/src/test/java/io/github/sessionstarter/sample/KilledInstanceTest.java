package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two processes with Spring Security and one Redis; one is killed while somebody is logged in. */
class KilledInstanceTest {

    @Test
    void aLogInOutlivesTheInstanceThatMadeItAndALogoutReachesTheOneThatComesAfterIt() throws Exception {
        TestRedis redis = TestRedis.start();
        String[] arguments = {
            "--spring.profiles.active=security",
            "--session.type=redis",
            "--spring.data.redis.host=" + RunningFlaskr.HOST,
            "--spring.data.redis.port=" + redis.port()
        };
        FlaskrProcess a = FlaskrProcess.start(arguments);
        FlaskrProcess b = FlaskrProcess.start(arguments);
        FlaskrProcess successor = null;
        try {
            Browser onA = a.browser();
            onA.logIn("admin", "default");
            a.kill();
            successor = FlaskrProcess.start(arguments);

            Browser onB = onA.movedTo(b.browser());
            assertThat(onB.get("/account").body()).contains("You are <strong>admin</strong>");
            Browser onSuccessor = onB.movedTo(successor.browser());
            assertThat(onSuccessor.get("/account").body()).contains("You are <strong>admin</strong>");

            onB.get("/");
            onB.submit("/logout");

            assertThat(onSuccessor.get("/account").body()).contains("<h1>Log in</h1>");
        } finally {
            a.kill();
            b.kill();
            if (successor != null) {
                successor.kill();
            }
            redis.stop();
        }
    }
}
