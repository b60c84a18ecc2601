package io.github.sessionstarter.store.redis;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What a native image must know: the field that {@link SessionLettuceConnectionFactory} reads of another factory. */
final class LettuceHints implements RuntimeHintsRegistrar {

    /** By its name: Lettuce is absent where Jedis is the client. */
    private static final String FACTORY = "org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory";

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.reflection().registerTypeIfPresent(classLoader, FACTORY, type -> type.withField("configuration"));
    }
}
