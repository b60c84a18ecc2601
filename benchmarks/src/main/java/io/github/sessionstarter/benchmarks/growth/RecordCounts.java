package io.github.sessionstarter.benchmarks.growth;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.Outcome;
import io.github.sessionstarter.SessionStore.StoredValue;
import java.time.Duration;
import java.util.Random;

/** A store that fills: the time that one of its records takes to be read and replaced. */
final class RecordCounts {

    static final Duration LIFETIME = Duration.ofDays(1);

    private final Random random = new Random(1);
    private final SessionStore store;
    private final Filling filling;
    private int records;

    RecordCounts(SessionStore store, Filling filling) {
        this.store = store;
        this.filling = filling;
    }

    /** Among so many, of which none is taken away again. */
    double of(int count) {
        filling.fill(store, records, count);
        records = count;
        return Stopwatch.microseconds(this::readAndReplace);
    }

    private void readAndReplace() {
        String key = Filling.key(random.nextInt(records));
        StoredValue loaded = store.load(key, LIFETIME);
        if (loaded == null) {
            throw new IllegalStateException("A record is gone");
        }
        Outcome outcome = store.replace(key, loaded, loaded.value(), LIFETIME);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("A record was not replaced");
        }
    }
}
