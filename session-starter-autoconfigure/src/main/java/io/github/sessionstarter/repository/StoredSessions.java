package io.github.sessionstarter.repository;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.SessionStore.StoredValue;
import io.github.sessionstarter.SessionStoreException;
import io.github.sessionstarter.serialization.StoredFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sessions of a store, for an operator who has the id of one. To look at a session does not prolong it. */
public final class StoredSessions {

    private final SessionStore store;
    private final StoredFormat format;
    private final SessionIds ids;

    public StoredSessions(SessionStore store, StoredFormat format, SessionIds ids) {
        this.store = new TranslatedStore(store);
        this.format = format;
        this.ids = ids;
    }

    /**
     * What is stored of a session.
     *
     * @param sid its id, or its cookie's value
     * @return null where there is none
     * @throws IllegalArgumentException where the text can be no id; the message does not show it
     * @throws SessionStoreException where the store fails
     */
    public @Nullable StoredSession find(String sid) {
        StoredValue stored = store.load(keyOf(sid), null);
        if (stored == null) {
            return null;
        }
        byte[] value = stored.value();
        return new StoredSession(format.nameOf(value), value.length, stored.expiry(), dataOf(value));
    }

    private @Nullable Map<String, @Nullable Object> dataOf(byte[] value) {
        try {
            return format.read(value);
        } catch (RuntimeException | StackOverflowError e) {
            return null;
        }
    }

    /**
     * Ends a session. A request that has it open does not bring it back.
     *
     * @param sid its id, or its cookie's value
     * @return false where there was none
     * @throws IllegalArgumentException where the text can be no id; the message does not show it
     * @throws SessionStoreException where the store fails
     */
    public boolean delete(String sid) {
        return store.delete(keyOf(sid));
    }

    private String keyOf(String sid) {
        String id = ids.fromOperator(sid);
        if (id == null) {
            throw new IllegalArgumentException(
                    "This can be no session's id: it has characters that no id has, or is too"
                            + " long. Send the value of the session's cookie as it is, or the id alone.");
        }
        return ids.keyOf(id);
    }
}
