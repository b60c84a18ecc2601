package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A live Flask-Session 0.3 and a live Spring application share the records of one store; it reads only pickles. */
class LiveFlaskSessionTest {

    static Stream<Arguments> stores() {
        return Stream.of(false, true).flatMap(signer -> Stream.of("redis", "memcached", "filesystem", "sqlalchemy")
                .map(type -> Arguments.of(type, signer)));
    }

    private record Pair(FlaskPeer flask, TestServer spring) implements AutoCloseable {

        static Pair start(String type, boolean signer) {
            Map<String, Object> config = new HashMap<>();
            Map<String, String> properties = new HashMap<>();
            config.put("SECRET_KEY", TestServer.SECRET_KEY);
            config.put("SESSION_TYPE", type);
            config.put("SESSION_USE_SIGNER", signer);
            properties.put("SESSION_TYPE", type);
            properties.put("SESSION_USE_SIGNER", "" + signer);
            properties.put("SESSION_SERIALIZATION_FORMAT", "pickle");
            Path folder = TemporaryFolder.create();
            switch (type) {
                case "redis" -> {
                    config.put("REDIS_PORT", Stores.redisPort());
                    properties.put("spring.data.redis.port", "" + Stores.redisPort());
                }
                case "memcached" -> {
                    config.put("MEMCACHED", "127.0.0.1:" + Stores.memcachedPort());
                    properties.put("SESSION_MEMCACHED", "127.0.0.1:" + Stores.memcachedPort());
                }
                case "filesystem" -> {
                    config.put("SESSION_FILE_DIR", folder.toString());
                    properties.put("SESSION_FILE_DIR", folder.toString());
                }
                default -> {
                    Path file = folder.resolve("sessions.db");
                    config.put("SQLALCHEMY_DATABASE_URI", "sqlite:///" + file);
                    properties.put("spring.datasource.url", "jdbc:sqlite:" + file);
                    properties.put("session.jdbc.initialize-schema", "always");
                }
            }
            FlaskPeer flask = FlaskPeer.start(config);
            return new Pair(
                    flask, TestServer.start(ServletContainer.TOMCAT, ConversationApplication.class, properties));
        }

        @Override
        public void close() {
            flask.close();
            spring.close();
        }
    }

    private static Browser carried(Browser from, Browser to) {
        to.setCookie("session", from.cookie("session"));
        return to;
    }

    @ParameterizedTest(name = "{0}, signer {1}")
    @MethodSource("stores")
    void everyValueGoesBothWays(String type, boolean signer) {
        try (Pair pair = Pair.start(type, signer)) {
            Browser onFlask = pair.flask().browser();
            onFlask.get("/fill");
            String dump = onFlask.get("/dump").body();
            String types = onFlask.get("/types").body();

            Browser onSpring = carried(onFlask, pair.spring().browser());
            assertThat(onSpring.get("/dump").body()).isEqualTo(dump);
            assertThat(onSpring.post("/update", "{\"more\":1}").status()).isEqualTo(200);

            Browser back = carried(onSpring, pair.flask().browser());
            assertThat(back.get("/dump").body())
                    .isEqualTo(onSpring.get("/dump").body())
                    .contains("\"more\":1");
            assertThat(back.get("/types").body()).contains(types.split(" ", -1));
        }
    }

    @ParameterizedTest(name = "{0}, signer {1}")
    @MethodSource("stores")
    void aSessionThatSpringMadeIsFlasksToo(String type, boolean signer) {
        try (Pair pair = Pair.start(type, signer)) {
            Browser onSpring = pair.spring().browser();
            onSpring.post("/update", "{\"username\":\"wd\",\"n\":[1,2.5,null,true]}");

            Browser onFlask = carried(onSpring, pair.flask().browser());
            String dump = onFlask.get("/dump").body();
            onSpring.get("/clear");

            assertThat(dump).isEqualTo("{\"_permanent\":true,\"n\":[1,2.5,null,true],\"username\":\"wd\"}");
            assertThat(onFlask.get("/dump").body()).isEqualTo("{\"_permanent\":true}");
        }
    }
}
