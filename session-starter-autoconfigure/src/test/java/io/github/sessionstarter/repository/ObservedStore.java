package io.github.sessionstarter.repository;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A store whose calls are counted, whose keys and changes are known, and that lets another request in between. */
public final class ObservedStore implements SessionStore {

    private final SessionStore store;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Replacement> replacements = new ConcurrentLinkedQueue<>();

    /** Runs before each replacement and conditional deletion, once: another request's chance. */
    Runnable before = () -> {};

    /** Runs before each of them, every time: others who never stop. */
    public Runnable beforeEach = () -> {};

    final AtomicInteger calls = new AtomicInteger();

    /** How many of the next commands that read, prolong or purge fail, as where the server is away. */
    final AtomicInteger failures = new AtomicInteger();

    /** What the next purge ends with, where that is no exception. */
    final AtomicReference<Error> error = new AtomicReference<>();

    /** How many expired records were removed so far. */
    final AtomicInteger purged = new AtomicInteger();

    /** Who asked for that. */
    final Set<Thread> purgers = ConcurrentHashMap.newKeySet();

    /** A record's value that the store has replaced, and by what. */
    record Replacement(ByteBuffer before, ByteBuffer after) {}

    /** In memory. */
    ObservedStore(Clock clock) {
        this(new MemorySessionStore(clock));
    }

    public ObservedStore(SessionStore store) {
        this.store = store;
    }

    @Override
    public StoredValue load(String key, Duration extendTo) {
        calls.incrementAndGet();
        failIfAsked();
        return store.load(key, extendTo);
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        calls.incrementAndGet();
        keys.add(key);
        return store.insert(key, value, timeToLive);
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        othersFirst();
        calls.incrementAndGet();
        Outcome outcome = store.replace(key, loaded, value, timeToLive);
        if (outcome instanceof Outcome.Done) {
            replacements.add(new Replacement(ByteBuffer.wrap(loaded.value()), ByteBuffer.wrap(value)));
        }
        return outcome;
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        othersFirst();
        calls.incrementAndGet();
        return store.deleteIfUnchanged(key, loaded);
    }

    private void othersFirst() {
        Runnable others = before;
        before = () -> {};
        others.run();
        beforeEach.run();
    }

    @Override
    public boolean delete(String key) {
        calls.incrementAndGet();
        return store.delete(key);
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        calls.incrementAndGet();
        failIfAsked();
        return store.touch(key, timeToLive);
    }

    @Override
    public int purgeExpired(int limit) {
        purgers.add(Thread.currentThread());
        failIfAsked();
        Error thrown = error.getAndSet(null);
        if (thrown != null) {
            throw thrown;
        }
        int batch = store.purgeExpired(limit);
        purged.addAndGet(batch);
        return batch;
    }

    private void failIfAsked() {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the server is away");
        }
    }

    /** What was replaced so far, in no order. */
    List<Replacement> replacements() {
        return List.copyOf(replacements);
    }

    /** Of the records that were made through this one, those that are there. */
    List<String> liveKeys() {
        return keys.stream().filter(key -> store.load(key, null) != null).toList();
    }

    int size() {
        return liveKeys().size();
    }

    public String onlyKey() {
        return liveKeys().get(0);
    }
}
