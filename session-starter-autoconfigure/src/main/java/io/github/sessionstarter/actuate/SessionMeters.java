package io.github.sessionstarter.actuate;

import io.github.sessionstarter.CookieTooLargeException;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Opened.Rejection;
import io.github.sessionstarter.SessionConflictException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The meters of sessions. Each has the tag {@code type}: the {@code session.type}, or {@code custom} where the
 * application's own store or repository keeps them. They are there from the start, so that rates can be taken.
 *
 * <table>
 * <caption>The meters</caption>
 * <tr><th>name<th>kind<th>tag {@code outcome}
 * <tr><td>{@code session.opened}<td>counter<td>{@code existing}, {@code new} (no cookie came), {@code rejected}, {@code
 *     unavailable} (empty, because the store failed), {@code error}
 * <tr><td>{@code session.rejected}<td>counter of cookies<td>{@code bad_signature}, {@code expired}, {@code unreadable},
 *     {@code unknown}
 * <tr><td>{@code session.created}<td>counter of new sessions that were saved for the first time<td>
 * <tr><td>{@code session.saved}<td>counter of changes<td>{@code success}, {@code lost} (somebody else had deleted the
 *     session), {@code conflict} (others changed it again and again), {@code too_large} (a cookie session of more
 *     than 1 MiB), {@code error}
 * <tr><td>{@code session.regenerated}<td>counter of sessions that were saved under a new id<td>
 * <tr><td>{@code session.deleted}<td>counter of sessions that were emptied<td>
 * <tr><td>{@code session.conflicts}<td>counter of records that somebody else had changed meanwhile<td>
 * <tr><td>{@code session.store.errors}<td>counter of operations that failed<td>
 * <tr><td>{@code session.cookie.oversize}<td>counter of cookies that browsers would drop<td>
 * <tr><td>{@code session.load}<td>timer, from a cookie to its session<td>as {@code session.opened}
 * <tr><td>{@code session.save}<td>timer, from a change to its cookie<td>as {@code session.saved}
 * <tr><td>{@code session.payload.size}<td>summary of what was saved, in bytes<td>
 * </table>
 */
public final class SessionMeters {

    private final MeterRegistry registry;
    private final Tags type;
    private final Map<Opening, Counter> opened;
    private final Map<Rejection, Counter> rejected;
    private final Map<Saving, Counter> saved;
    private final Map<Opening, Timer> load;
    private final Map<Saving, Timer> save;
    private final Counter created;
    private final Counter regenerated;
    private final Counter deleted;
    private final Counter conflicts;
    private final Counter storeErrors;
    private final Counter oversize;
    private final DistributionSummary payloadSize;

    /** @param type the value of the tag */
    public SessionMeters(MeterRegistry registry, String type) {
        this.registry = registry;
        this.type = Tags.of("type", type);
        this.opened = each(Opening.class, tags -> counter("session.opened", "Sessions that requests opened", tags));
        this.rejected =
                each(Rejection.class, tags -> counter("session.rejected", "Cookies that named no session", tags));
        this.saved = each(Saving.class, tags -> counter("session.saved", "Changes of sessions", tags));
        this.load = each(Opening.class, tags -> timer("session.load", "From a cookie to its session", tags));
        this.save = each(Saving.class, tags -> timer("session.save", "From a change to its cookie", tags));
        this.created = counter("session.created", "New sessions that were saved", this.type);
        this.regenerated = counter("session.regenerated", "Sessions that were saved under a new id", this.type);
        this.deleted = counter("session.deleted", "Sessions that were emptied", this.type);
        this.conflicts = counter("session.conflicts", "Records that somebody else had changed meanwhile", this.type);
        this.storeErrors = counter("session.store.errors", "Operations of the store that failed", this.type);
        this.oversize = counter("session.cookie.oversize", "Cookies that browsers would drop", this.type);
        this.payloadSize = DistributionSummary.builder("session.payload.size")
                .description("Sessions as they were saved")
                .baseUnit("bytes")
                .tags(this.type)
                .register(registry);
    }

    /** What became of an opening. */
    enum Opening {
        EXISTING,
        NEW,
        REJECTED,
        UNAVAILABLE,
        ERROR;

        static Opening of(Opened opened) {
            if (opened.failure() != null) {
                return UNAVAILABLE;
            }
            if (opened.rejection() != null) {
                return REJECTED;
            }
            return opened.isNew() ? NEW : EXISTING;
        }
    }

    /** What became of a change. */
    enum Saving {
        SUCCESS,
        LOST,
        CONFLICT,
        TOO_LARGE,
        ERROR;

        static Saving of(RuntimeException failure) {
            if (failure instanceof SessionConflictException) {
                return CONFLICT;
            }
            return failure instanceof CookieTooLargeException ? TOO_LARGE : ERROR;
        }
    }

    private <E extends Enum<E>, M> Map<E, M> each(Class<E> outcomes, Function<Tags, M> meter) {
        Map<E, M> meters = new EnumMap<>(outcomes);
        for (E outcome : outcomes.getEnumConstants()) {
            meters.put(outcome, meter.apply(type.and("outcome", outcome.name().toLowerCase(Locale.ROOT))));
        }
        return meters;
    }

    private Counter counter(String name, String description, Tags tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }

    private Timer timer(String name, String description, Tags tags) {
        return Timer.builder(name).description(description).tags(tags).register(registry);
    }

    private static <K, M> M of(Map<K, M> meters, K outcome) {
        M meter = meters.get(outcome);
        if (meter == null) {
            throw new IllegalStateException("There is no meter for the outcome " + outcome);
        }
        return meter;
    }

    /** Nanoseconds of the registry's clock. */
    long now() {
        return registry.config().clock().monotonicTime();
    }

    private Duration since(long start) {
        return Duration.ofNanos(now() - start);
    }

    void opened(Opening outcome) {
        of(opened, outcome).increment();
    }

    void loaded(Opening outcome, long start) {
        of(load, outcome).record(since(start));
    }

    void rejected(Rejection rejection) {
        of(rejected, rejection).increment();
    }

    void saved(Saving outcome, long start) {
        of(saved, outcome).increment();
        of(save, outcome).record(since(start));
    }

    void created() {
        created.increment();
    }

    void regenerated() {
        regenerated.increment();
    }

    void deleted() {
        deleted.increment();
    }

    void conflict() {
        conflicts.increment();
    }

    void storeError() {
        storeErrors.increment();
    }

    /** A session did not fit into its cookie. */
    public void oversize() {
        oversize.increment();
    }

    void payload(int size) {
        payloadSize.record(size);
    }
}
