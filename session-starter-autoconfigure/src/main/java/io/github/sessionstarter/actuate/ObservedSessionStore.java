package io.github.sessionstarter.actuate;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.actuate.SessionStoreObservationContext.Operation;
import io.github.sessionstarter.actuate.SessionStoreObservationContext.Result;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store each of whose calls is an {@link Observation}, and so a span where there is a tracer. It may be anybody's. */
public final class ObservedSessionStore implements SessionStore {

    private static final SessionStoreObservationConvention DEFAULT = new DefaultSessionStoreObservationConvention();

    private final SessionStore store;
    private final String type;
    private final ObservationRegistry registry;
    private final @Nullable SessionStoreObservationConvention convention;

    /**
     * Around this store.
     *
     * @param type what observations call it
     * @param convention null: the default one
     */
    public ObservedSessionStore(
            SessionStore store,
            String type,
            ObservationRegistry registry,
            @Nullable SessionStoreObservationConvention convention) {
        this.store = store;
        this.type = type;
        this.registry = registry;
        this.convention = convention;
    }

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        return observe(
                Operation.LOAD, () -> store.load(key, extendTo), value -> value == null ? Result.GONE : Result.DONE);
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        return observe(
                Operation.INSERT,
                () -> store.insert(key, value, timeToLive),
                inserted -> inserted ? Result.DONE : Result.CHANGED);
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        return observe(
                Operation.REPLACE, () -> store.replace(key, loaded, value, timeToLive), ObservedSessionStore::resultOf);
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        return observe(
                Operation.DELETE_IF_UNCHANGED,
                () -> store.deleteIfUnchanged(key, loaded),
                ObservedSessionStore::resultOf);
    }

    @Override
    public boolean delete(String key) {
        return observe(Operation.DELETE, () -> store.delete(key), ObservedSessionStore::resultOf);
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        return observe(Operation.TOUCH, () -> store.touch(key, timeToLive), ObservedSessionStore::resultOf);
    }

    @Override
    public int purgeExpired(int limit) {
        return observe(Operation.PURGE_EXPIRED, () -> store.purgeExpired(limit), purged -> Result.DONE);
    }

    private static Result resultOf(Outcome outcome) {
        if (outcome instanceof Outcome.Changed) {
            return Result.CHANGED;
        }
        return resultOf(outcome instanceof Outcome.Done);
    }

    private static Result resultOf(boolean wasThere) {
        return wasThere ? Result.DONE : Result.GONE;
    }

    private <T extends @Nullable Object> T observe(Operation operation, Supplier<T> call, Function<T, Result> result) {
        SessionStoreObservationContext context = new SessionStoreObservationContext(type, operation);
        return Observation.createNotStarted(convention, DEFAULT, () -> context, registry)
                .observe(() -> {
                    T answer = call.get();
                    context.setResult(result.apply(answer));
                    return answer;
                });
    }
}
