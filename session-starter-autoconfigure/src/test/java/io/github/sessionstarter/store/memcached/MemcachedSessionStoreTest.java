package io.github.sessionstarter.store.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.StoredValue;
import io.github.sessionstarter.store.SessionStoreContract;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MemcachedSessionStoreTest extends SessionStoreContract {

    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);

    private static TestMemcached memcached;
    private static MemcachedClient client;

    private final SessionStore store = new MemcachedSessionStore(client, TestMemcached.TIMEOUT);

    @BeforeAll
    static void start() {
        memcached = TestMemcached.start();
        client = TestMemcached.client(memcached);
    }

    @AfterAll
    static void stop() {
        if (memcached != null) {
            client.shutdown();
            memcached.close();
        }
    }

    @Override
    protected SessionStore store() {
        return store;
    }

    @Override
    protected boolean purges() {
        return false;
    }

    @Test
    void readingAndExtendingAnswersTheVersionToo() {
        String key = newKey();
        store.insert(key, bytes("value"), TIME_TO_LIVE);

        StoredValue extended = store.load(key, TIME_TO_LIVE);

        assertThat(extended.version())
                .isNotNull()
                .isEqualTo(store.load(key, null).version());
    }

    @Test
    void aValueBeyondTheServersLimitIsAnError() {
        assertThatThrownBy(() -> store.insert(newKey(), new byte[5 << 20], TIME_TO_LIVE))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aLostServerIsAnErrorAndNotAnAbsentRecord() {
        TestMemcached lost = TestMemcached.start();
        MemcachedClient itsClient = TestMemcached.client(lost);
        SessionStore itsStore = new MemcachedSessionStore(itsClient, Duration.ofMillis(500));
        itsStore.insert("session:0123456789", bytes("value"), TIME_TO_LIVE);
        lost.close();

        Throwable thrown = catchThrowable(() -> itsStore.load("session:0123456789", null));

        assertThat(thrown).isInstanceOf(UncheckedIOException.class);
        assertThat(stackTrace(thrown)).doesNotContain("0123456789");
        assertThatThrownBy(() -> itsStore.delete("session:0123456789")).isInstanceOf(UncheckedIOException.class);
        itsClient.shutdown();
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void theClientsLogNamesNoKey() {
        String operation =
                "Closing, and reopening {QA sa=/127.0.0.1:11211, topRop=Cmd: 0 Opaque: 4 Key: session:abc, topWop=null}";

        assertThat(ClientLog.withoutKeys(operation)).doesNotContain("abc").contains("Opaque: 4 Key: …");
        assertThat(System.getProperty("net.spy.log.LoggerImpl")).isEqualTo(ClientLog.class.getName());
    }
}
