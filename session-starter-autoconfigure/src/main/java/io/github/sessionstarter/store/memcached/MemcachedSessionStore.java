package io.github.sessionstarter.store.memcached;

import io.github.sessionstarter.SessionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.spy.memcached.CASValue;
import net.spy.memcached.MemcachedClient;
import net.spy.memcached.internal.OperationFuture;
import net.spy.memcached.ops.OperationStatus;
import net.spy.memcached.ops.StatusCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ImportRuntimeHints;

/**
 * Sessions in memcached, as Flask-Session keeps them: the value as it is, with flags 0, under the key.
 *
 * <p>Every method is one command; a conflict costs a second, which reads what is there, and so does a record whose version
 * is not known. A version is memcached's CAS number. Lives are kept to the second, rounded up. memcached may forget a
 * record early when its memory is full, and refuses values of more than its limit (1 MiB, option {@code -I}).
 *
 * <p>Errors are {@link UncheckedIOException}: an operation that failed or timed out never looks like an absent record.
 */
@ImportRuntimeHints(ClientHints.class)
public final class MemcachedSessionStore implements SessionStore {

    /** More seconds than these memcached takes for a Unix time ({@code protocol.txt}, "Expiration times"). */
    private static final long LONGEST_RELATIVE = Duration.ofDays(30).toSeconds();

    /** The last second that fits the protocol's four bytes, in the year 2106. */
    private static final long LAST_SECOND = 0xFFFF_FFFFL;

    /** What tells about the record; every other status is an error. */
    private static final Set<StatusCode> ANSWERS =
            Set.of(StatusCode.SUCCESS, StatusCode.ERR_NOT_FOUND, StatusCode.ERR_EXISTS, StatusCode.ERR_NOT_STORED);

    private static final Bytes BYTES = new Bytes();

    private final MemcachedClient client;
    private final Duration timeout;
    private final Clock clock = Clock.systemUTC(); // memcached's own, not the application's

    /**
     * @param client one made with a {@link MemcachedConnectionFactory}, or another that speaks the binary protocol and does
     *     not redistribute keys; shutting it down is its owner's business
     * @param timeout how long an operation may take
     */
    public MemcachedSessionStore(MemcachedClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        Answer<CASValue<byte[]>> answer = extendTo == null
                ? perform(() -> client.asyncGets(key, BYTES))
                : perform(() -> client.asyncGetAndTouch(key, expiration(extendTo), BYTES));
        CASValue<byte[]> value = answer.value();
        return value == null ? null : new StoredValue(value.getValue(), value.getCas(), null);
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        return perform(() -> client.add(key, expiration(timeToLive), value, BYTES))
                .isSuccess();
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        return ifUnchanged(
                key, loaded, cas -> perform(() -> client.asyncCAS(key, cas, expiration(timeToLive), value, BYTES)));
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        return ifUnchanged(key, loaded, cas -> perform(() -> client.delete(key, cas)));
    }

    /** What is done to the record while it has a CAS number. */
    private interface Change {

        Answer<?> perform(long cas);
    }

    private Outcome ifUnchanged(String key, StoredValue loaded, Change change) {
        Long cas = (Long) loaded.version();
        if (cas == null) {
            StoredValue present = load(key, null);
            if (present == null || !Arrays.equals(present.value(), loaded.value())) {
                return conflict(present);
            }
            return ifUnchanged(key, present, change);
        }
        Answer<?> answer = change.perform(cas);
        if (answer.isSuccess()) {
            return new Outcome.Done();
        }
        return answer.status() == StatusCode.ERR_NOT_FOUND ? new Outcome.Gone() : conflict(load(key, null));
    }

    private static Outcome conflict(@Nullable StoredValue present) {
        return present == null ? new Outcome.Gone() : new Outcome.Changed(present);
    }

    @Override
    public boolean delete(String key) {
        return perform(() -> client.delete(key)).isSuccess();
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        return perform(() -> client.touch(key, expiration(timeToLive))).isSuccess();
    }

    /** What memcached answered. */
    private record Answer<T>(@Nullable T value, StatusCode status) {

        boolean isSuccess() {
            return status == StatusCode.SUCCESS;
        }
    }

    /** What is thrown has causes only whose messages name no key. */
    private <T> Answer<T> perform(Supplier<OperationFuture<T>> operation) {
        OperationFuture<T> future = started(operation);
        try {
            T value = future.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            OperationStatus status = future.getStatus();
            if (!ANSWERS.contains(status.getStatusCode())) {
                throw failure("memcached refused an operation: " + status.getStatusCode(), null);
            }
            return new Answer<>(value, status.getStatusCode());
        } catch (TimeoutException e) {
            throw failure("memcached did not answer within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw failure("A memcached operation failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("Interrupted while waiting for memcached", e);
        }
    }

    private static <T> OperationFuture<T> started(Supplier<OperationFuture<T>> operation) {
        try {
            return operation.get();
        } catch (IllegalStateException e) {
            // the queue is full or the client is shut down; the message shows the operation, and so the key
            throw failure("The memcached client takes no more operations", null);
        }
    }

    private static UncheckedIOException failure(String message, @Nullable Exception cause) {
        return new UncheckedIOException(new IOException(message, cause));
    }

    private int expiration(Duration timeToLive) {
        long seconds = timeToLive.plusNanos(999_999_999).toSeconds();
        if (seconds <= LONGEST_RELATIVE) {
            return (int) seconds;
        }
        // unsigned in the protocol
        return (int) Math.min(clock.instant().getEpochSecond() + seconds, LAST_SECOND);
    }
}
