package io.github.sessionstarter.actuate;

import io.github.sessionstarter.SessionStore;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** An application's own store, whose server is away. */
final class FailingStore implements SessionStore {

    private static IllegalStateException failure() {
        return new IllegalStateException("the server is away");
    }

    @Override
    public StoredValue load(String key, Duration extendTo) {
        throw failure();
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        throw failure();
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        throw failure();
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        throw failure();
    }

    @Override
    public boolean delete(String key) {
        throw failure();
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        throw failure();
    }

    @Override
    public int purgeExpired(int limit) {
        throw failure();
    }

    @Configuration(proxyBeanMethods = false)
    @Import(OperatedApplication.class)
    static class Application {

        @Bean
        FailingStore ownStore() {
            return new FailingStore();
        }
    }
}
