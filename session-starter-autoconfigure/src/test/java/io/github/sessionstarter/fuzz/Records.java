package io.github.sessionstarter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Opened;
import io.github.sessionstarter.repository.SessionIds;
import io.github.sessionstarter.repository.StoreSessionRepository;
import io.github.sessionstarter.serialization.Msgpack;
import io.github.sessionstarter.serialization.Pickle;
import io.github.sessionstarter.serialization.PlainJson;
import io.github.sessionstarter.serialization.SessionFormat;
import io.github.sessionstarter.serialization.StoredFormat;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What must be true of whatever lies in a store under a session's key. */
final class Records {

    private static final String ID = "known";
    private static final String KEY = "session:" + ID;
    private static final SessionIds IDS = new SessionIds("session:", 32, false, null);

    private static final Format MSGPACK = new Format(new Msgpack());
    private static final List<Format> FORMATS = List.of(
            MSGPACK,
            new Format(new PlainJson()),
            new Format(new Pickle(Pickle.Protocol.ASCII)),
            new Format(new Pickle(Pickle.Protocol.BINARY)));

    private Records() {}

    /**
     * A format, and the store's that writes it.
     *
     * @param own reads nothing else
     * @param stored reads the others too
     */
    private record Format(SessionFormat own, StoredFormat stored) {

        Format(SessionFormat own) {
            this(own, new StoredFormat(own));
        }

        boolean reads(byte[] bytes) {
            return Cost.ofReading(bytes.length, () -> own.read(bytes)) != null;
        }
    }

    static void check(byte[] bytes) {
        Map<String, Object> data = Cost.ofReading(bytes.length, () -> MSGPACK.stored.read(bytes));
        if (data == null || Set.of("_permanent").containsAll(data.keySet())) {
            assertOpensANewSession(bytes);
            return;
        }
        for (Format format : FORMATS) {
            if (format.reads(bytes)) {
                assertKept(format.stored, bytes, data);
            } else {
                assertWrittenOrRefused(format.stored, data);
            }
        }
    }

    /** The record stays as it is: it is somebody else's. */
    private static void assertOpensANewSession(byte[] bytes) {
        MemorySessionStore store = storeOf(bytes);
        StoreSessionRepository repository = repository(store, MSGPACK.stored);

        Opened opened = repository.open(ID);

        Life.assertNewAndEmpty(opened);
        assertThat(opened.id()).isNotEqualTo(ID);
        Life.change(opened);
        Life.assertSaved(repository, opened);
        assertThat(Objects.requireNonNull(store.load(KEY, null)).value()).isSameAs(bytes);
    }

    /** What a format reads it writes again, and the session goes on. */
    private static void assertKept(StoredFormat format, byte[] bytes, Map<String, Object> data) {
        byte[] written = format.write(data);
        Map<String, Object> again = format.read(written);
        assertThat(Values.same(again, data)).isTrue();
        assertThat(format.write(again)).isEqualTo(written);

        StoreSessionRepository repository = repository(storeOf(bytes), format);
        Opened opened = repository.open(ID);
        assertThat(opened.isNew()).isFalse();
        assertThat(Values.same(opened.data(), data)).isTrue();
        Life.change(opened);
        Life.assertSaved(repository, opened);
    }

    /** Another format may have no form for a value, and says so; what it has a form for keeps it from then on. */
    private static void assertWrittenOrRefused(StoredFormat format, Map<String, Object> data) {
        byte[] written;
        try {
            written = format.write(data);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("cannot be written");
            return;
        }
        assertThat(format.write(format.read(written))).isEqualTo(written);
    }

    private static MemorySessionStore storeOf(byte[] bytes) {
        MemorySessionStore store = new MemorySessionStore(Life.CLOCK);
        store.insert(KEY, bytes, Life.LIFETIME.lifetime());
        return store;
    }

    private static StoreSessionRepository repository(MemorySessionStore store, StoredFormat format) {
        return new StoreSessionRepository(store, format, IDS, Life.LIFETIME, Life.CLOCK);
    }
}
