package io.github.sessionstarter.store.redis;

import io.github.sessionstarter.SessionStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.connection.SetCondition;
import org.springframework.data.redis.core.types.Expiration;

/**
 * Sessions in Redis, as Flask-Session keeps them: a string value under the key, with Redis' own expiry.
 *
 * <p>Every method is one command and one round trip, on one key; a user who may do GET, GETEX, SET, DEL, EXPIRE, EVALSHA
 * and EVAL is enough. Two exceptions: a script that the server does not know yet is sent once more in full, and servers
 * before 6.2, which have no GETEX, are asked for GET and EXPIRE together.
 *
 * <p>Lives are kept to the millisecond, except by {@link #touch}, which rounds up to seconds. Errors are Spring's
 * {@link org.springframework.dao.DataAccessException}.
 */
@ImportRuntimeHints(LettuceHints.class)
public final class RedisSessionStore implements SessionStore {

    private final RedisConnectionFactory connections;
    private final LongSupplier losses;

    /** False once a server said that it has no GETEX. */
    private volatile boolean getEx = true;

    /** With connections that send nothing twice. */
    public RedisSessionStore(RedisConnectionFactory connections) {
        this(connections, () -> 0);
    }

    /**
     * Connections are taken for one call each; closing the factory is its owner's business.
     *
     * @param losses how often a connection was lost, where commands that were cut off by that are sent again
     */
    public RedisSessionStore(RedisConnectionFactory connections, LongSupplier losses) {
        this.connections = connections;
        this.losses = losses;
    }

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        byte[] value;
        try {
            value = perform(connection -> get(connection, bytes(key), extendTo));
        } catch (RuntimeException e) {
            if (!Reply.isWrongType(e)) {
                throw e;
            }
            // somebody else's hash or list: a record that cannot be read
            value = new byte[0];
        }
        return value == null ? null : stored(value);
    }

    private byte @Nullable [] get(RedisConnection connection, byte[] name, @Nullable Duration extendTo) {
        return extendTo == null ? connection.stringCommands().get(name) : getAndExtend(connection, name, extendTo);
    }

    private byte @Nullable [] getAndExtend(RedisConnection connection, byte[] name, Duration extendTo) {
        if (getEx) {
            try {
                return connection.stringCommands().getEx(name, expiration(extendTo));
            } catch (RuntimeException e) {
                if (!Reply.isUnknownCommand(e)) {
                    throw e;
                }
                getEx = false;
            }
        }
        return getThenExtend(connection, name, extendTo);
    }

    private static byte @Nullable [] getThenExtend(RedisConnection connection, byte[] name, Duration extendTo) {
        if (!opensPipeline(connection)) {
            byte[] value = connection.stringCommands().get(name);
            if (value != null) {
                connection.keyCommands().expire(name, seconds(extendTo));
            }
            return value;
        }
        List<@Nullable Object> answers;
        try {
            connection.stringCommands().get(name);
            connection.keyCommands().expire(name, seconds(extendTo));
        } finally {
            answers = connection.closePipeline();
        }
        return (byte[]) answers.get(0);
    }

    /** Jedis has no pipelines on a cluster. */
    private static boolean opensPipeline(RedisConnection connection) {
        try {
            connection.openPipeline();
            return true;
        } catch (InvalidDataAccessApiUsageException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        return isTrue(perform(connection ->
                connection.stringCommands().set(bytes(key), value, SetCondition.ifAbsent(), expiration(timeToLive))));
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        byte[] milliseconds = bytes(Long.toString(milliseconds(timeToLive)));
        return run(Script.REPLACE, bytes(key), loaded.value(), value, milliseconds);
    }

    /** What is gone may be so by this very command, if it was sent twice; the other commands leave something to tell by. */
    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        long lossesBefore = losses.getAsLong();
        Outcome outcome = run(Script.DELETE, bytes(key), loaded.value());
        if (outcome instanceof Outcome.Gone && losses.getAsLong() != lossesBefore) {
            throw new RedisConnectionFailureException(
                    "A connection was lost while a session was being deleted: it is gone, and nobody knows by whom");
        }
        return outcome;
    }

    private Outcome run(Script script, byte[]... keyAndArguments) {
        byte[] answer = perform(connection -> evaluate(connection, script, keyAndArguments));
        if (answer == null) {
            return new Outcome.Gone();
        }
        return answer[0] == Script.DONE
                ? new Outcome.Done()
                : new Outcome.Changed(stored(Arrays.copyOfRange(answer, 1, answer.length)));
    }

    /** EVAL keeps the script on the server: each server is sent it once, until its scripts are flushed. */
    private static byte @Nullable [] evaluate(RedisConnection connection, Script script, byte[]... keyAndArguments) {
        // one string: clients build lists for more
        try {
            return connection.scriptingCommands().evalSha(script.sha1(), ReturnType.VALUE, 1, keyAndArguments);
        } catch (RuntimeException e) {
            if (!Reply.isUnknownScript(e)) {
                throw e;
            }
            return connection.scriptingCommands().eval(script.source(), ReturnType.VALUE, 1, keyAndArguments);
        }
    }

    @Override
    public boolean delete(String key) {
        Long deleted = perform(connection -> connection.keyCommands().del(bytes(key)));
        return deleted != null && deleted > 0;
    }

    /** EXPIRE, for PEXPIRE is not among the commands that a user must be allowed. */
    @Override
    public boolean touch(String key, Duration timeToLive) {
        return isTrue(perform(connection -> connection.keyCommands().expire(bytes(key), seconds(timeToLive))));
    }

    private <T> @Nullable T perform(Function<RedisConnection, @Nullable T> command) {
        try (RedisConnection connection = connections.getConnection()) {
            return command.apply(connection);
        } catch (RuntimeException e) {
            if (Reply.isUnknownCommand(e)) {
                // without its cause: Redis quotes the arguments, and the first is the key
                throw new IllegalStateException(
                        "The Redis server lacks a command that sessions need (GET, SET, DEL, EXPIRE, EVALSHA, EVAL)");
            }
            throw e;
        }
    }

    private static boolean isTrue(@Nullable Boolean answer) {
        return Boolean.TRUE.equals(answer);
    }

    private static StoredValue stored(byte[] value) {
        return new StoredValue(value, null, null);
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private static Expiration expiration(Duration timeToLive) {
        return Expiration.milliseconds(milliseconds(timeToLive));
    }

    /** Rounded up: 0 is an error to Redis. */
    private static long milliseconds(Duration timeToLive) {
        return timeToLive.plusNanos(999_999).toMillis();
    }

    /** Rounded up: 0 would delete the record. */
    private static long seconds(Duration timeToLive) {
        return timeToLive.plusNanos(999_999_999).toSeconds();
    }
}
