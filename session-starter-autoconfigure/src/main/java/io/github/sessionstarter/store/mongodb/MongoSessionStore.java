package io.github.sessionstarter.store.mongodb;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCluster;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import io.github.sessionstarter.SessionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions in MongoDB, one document each, as Flask-Session does ({@code flask_session/mongodb/mongodb.py}): {@code
 * id}, {@code val} and {@code expiration}. The server removes a document within a minute or so after its expiration; a
 * document is absent from that moment on, and one without an expiration always.
 *
 * <p>Reads go to the primary, whatever the client prefers: a secondary may not know yet that somebody has logged out.
 *
 * <p>Flask-Session has no unique index on {@code id}, and one cannot be made where its upserts have run into each other
 * and left a session twice. So the documents made here repeat the key as {@code _id}, which nobody else reads and the
 * server keeps unique by itself: of two that insert a key at once, one is refused.
 */
public final class MongoSessionStore implements SessionStore {

    private static final String KEY = "id";
    private static final String VALUE = "val";
    private static final String EXPIRATION = "expiration";

    private static final Bson FIELDS = Projections.include(VALUE, EXPIRATION);

    private final MongoCollection<Document> documents;
    private final Clock clock;

    /** @param client a client, or one {@linkplain MongoCluster#withTimeout with a timeout} for every operation */
    public MongoSessionStore(MongoCluster client, String database, String collection, Clock clock) {
        this.documents =
                client.getDatabase(database).getCollection(collection).withReadPreference(ReadPreference.primary());
        this.clock = clock;
    }

    /**
     * Makes the indexes that are missing: on {@code expiration}, by which the server expires documents, as Flask-Session
     * makes it; on {@code id}, which every operation looks for, and Flask-Session does without. Any index on {@code id}
     * that is there will do, an administrator's unique one too. Several nodes may do it at once.
     */
    public void ensureIndexes() {
        documents.createIndex(Indexes.ascending(EXPIRATION), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        for (Document index : documents.listIndexes()) {
            if (index.get("key", Document.class).keySet().iterator().next().equals(KEY)) {
                return;
            }
        }
        documents.createIndex(Indexes.ascending(KEY));
    }

    @Override
    public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
        return perform(() -> {
            Document document = extendTo == null
                    ? documents.find(live(key)).projection(FIELDS).first()
                    : documents.findOneAndUpdate(
                            live(key),
                            set(EXPIRATION, expiration(extendTo)),
                            new FindOneAndUpdateOptions().projection(FIELDS).returnDocument(ReturnDocument.AFTER));
            return document == null ? null : storedValue(document);
        });
    }

    @Override
    public boolean insert(String key, byte[] value, Duration timeToLive) {
        return perform(() -> {
            Bson ifNew = combine(
                    setOnInsert("_id", key),
                    setOnInsert(VALUE, new Binary(value)),
                    setOnInsert(EXPIRATION, expiration(timeToLive)));
            try {
                if (documents
                                .updateOne(eq(KEY, key), ifNew, new UpdateOptions().upsert(true))
                                .getUpsertedId()
                        != null) {
                    return true;
                }
            } catch (MongoException e) {
                if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                // somebody else was faster
                return false;
            }
            // there is one, which gives way if it is over: nobody expires documents before their minute is round
            return documents
                            .updateOne(
                                    and(eq(KEY, key), not(gt(EXPIRATION, now()))),
                                    combine(set(VALUE, new Binary(value)), set(EXPIRATION, expiration(timeToLive))))
                            .getMatchedCount()
                    > 0;
        });
    }

    @Override
    public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
        return perform(() -> {
            long replaced = documents
                    .updateOne(
                            unchanged(key, loaded),
                            combine(set(VALUE, new Binary(value)), set(EXPIRATION, expiration(timeToLive))))
                    .getMatchedCount();
            return outcome(key, replaced);
        });
    }

    @Override
    public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
        return perform(() -> {
            return outcome(key, documents.deleteOne(unchanged(key, loaded)).getDeletedCount());
        });
    }

    private Outcome outcome(String key, long done) {
        if (done > 0) {
            return new Outcome.Done();
        }
        StoredValue present = load(key, null);
        return present == null ? new Outcome.Gone() : new Outcome.Changed(present);
    }

    /** All of them, should Flask-Session's upserts have made two: a second one would bring the session back. */
    @Override
    public boolean delete(String key) {
        return perform(() -> {
            return documents.deleteMany(live(key)).getDeletedCount() > 0;
        });
    }

    @Override
    public boolean touch(String key, Duration timeToLive) {
        return perform(() -> {
            return documents
                            .updateOne(live(key), set(EXPIRATION, expiration(timeToLive)))
                            .getMatchedCount()
                    > 0;
        });
    }

    /** MongoDB repeats in its errors the command that it refuses, and with it the key; so they get no further than this. */
    private static <T extends @Nullable Object> T perform(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (MongoException e) {
            throw new IllegalStateException("MongoDB failed an operation on a session: "
                    + e.getClass().getSimpleName() + ", code " + e.getCode());
        }
    }

    private Bson live(String key) {
        return and(eq(KEY, key), gt(EXPIRATION, now()));
    }

    /** What is there with a value that is no bytes was loaded as empty, and is never replaced. */
    private Bson unchanged(String key, StoredValue loaded) {
        return and(live(key), eq(VALUE, new Binary(loaded.value())));
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private Date expiration(Duration timeToLive) {
        return Date.from(clock.instant().plus(timeToLive));
    }

    private static StoredValue storedValue(Document document) {
        byte[] value = document.get(VALUE) instanceof Binary binary ? binary.getData() : new byte[0];
        Instant expiry = document.getDate(EXPIRATION).toInstant();
        return new StoredValue(value, null, expiry);
    }
}
