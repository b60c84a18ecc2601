package io.github.sessionstarter;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of server-side sessions lie. {@code session.type} selects one, and an application's own bean replaces
 * it. A store knows nothing of what the bytes mean; it keeps them under a key until their time is over, and changes them
 * only while they are what the caller saw last.
 *
 * <p>Used by many threads and several applications at once. A key is 1 to 250 printable ASCII characters without blanks.
 * A time to live is positive; a store that counts in whole seconds rounds up. A record whose time is over is absent to
 * every method. Whatever the server or the client answers with an error is thrown as an unchecked exception, with
 * a message that names no key; the request is answered with 503, see {@link SessionStoreException}.
 */
public interface SessionStore {

    /**
     * What a store holds under a key.
     *
     * @param value the bytes; not to be changed
     * @param version what the store wants to see again to tell whether the record is still this one; null: its value,
     *     also in a store that tells versions
     * @param expiry when its time is over; null where the store does not tell
     */
    record StoredValue(
            byte[] value,
            @Nullable Object version,
            @Nullable Instant expiry) {

        /** Shows no value. */
        @Override
        public String toString() {
            return "StoredValue[" + value.length + " bytes]";
        }
    }

    /** What became of a change that depended on the record being unchanged. */
    sealed interface Outcome {

        /** The change was made. */
        record Done() implements Outcome {}

        /** There is no such record any more; nothing was done. */
        record Gone() implements Outcome {}

        /**
         * Somebody else changed the record; nothing was done.
         *
         * @param present what it is now
         */
        record Changed(StoredValue present) implements Outcome {}
    }

    /**
     * Reads a record, in one round trip where the server permits.
     *
     * @param key the record's, prefix and all
     * @param extendTo how long the record is to live from now on; null leaves it as it is
     * @return null where there is none
     */
    @Nullable
    StoredValue load(String key, @Nullable Duration extendTo);

    /**
     * Makes a record.
     *
     * @param key the record's, prefix and all
     * @param value what it is to hold
     * @param timeToLive how long the record is to live from now on
     * @return false where the key is taken; nothing was done
     */
    boolean insert(String key, byte[] value, Duration timeToLive);

    /**
     * Replaces a record's value and time to live, if it is unchanged since it was loaded.
     *
     * @param key the record's, prefix and all
     * @param loaded what {@link #load} answered, or {@link Outcome.Changed#present}; after a save of the caller's own the
     *     bytes that it wrote, with neither version nor expiry
     * @param value what it is to hold
     * @param timeToLive how long the record is to live from now on
     * @return whether it was done, or why not
     */
    Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive);

    /**
     * Deletes a record, if it is unchanged since it was loaded. An extended life is no change.
     *
     * @param key the record's, prefix and all
     * @param loaded what {@link #load} answered, or {@link Outcome.Changed#present}; after a save of the caller's own the
     *     bytes that it wrote, with neither version nor expiry
     * @return whether it was done, or why not
     */
    Outcome deleteIfUnchanged(String key, StoredValue loaded);

    /**
     * Deletes a record, whatever it is.
     *
     * @param key the record's, prefix and all
     * @return true where this call removed it
     */
    boolean delete(String key);

    /**
     * Gives a record a new time to live.
     *
     * @param key the record's, prefix and all
     * @param timeToLive how long the record is to live from now on
     * @return false where there is none
     */
    boolean touch(String key, Duration timeToLive);

    /**
     * Removes records whose time is over, for stores whose server does not.
     *
     * @param limit how many at most
     * @return how many were removed; fewer than the limit: there are no more, or others remove them
     */
    default int purgeExpired(int limit) {
        return 0;
    }
}
