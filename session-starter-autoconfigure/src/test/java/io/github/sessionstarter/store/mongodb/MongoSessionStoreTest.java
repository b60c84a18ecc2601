package io.github.sessionstarter.store.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.github.sessionstarter.SessionStore.Outcome;
import io.github.sessionstarter.SessionStore.StoredValue;
import io.github.sessionstarter.store.SessionStoreContract;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MongoSessionStoreTest extends SessionStoreContract {

    private static final Duration LONG = Duration.ofMinutes(10);

    private static MongoClient client;

    private final String key = newKey();

    @BeforeAll
    static void start() {
        client = MongoClients.create(TestMongo.uri());
        new MongoSessionStore(client, "flask_session", "sessions", Clock.systemUTC()).ensureIndexes();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    @Override
    protected MongoSessionStore store() {
        return new MongoSessionStore(client, "flask_session", "sessions", Clock.systemUTC());
    }

    @Override
    protected boolean purges() {
        return false;
    }

    private static MongoCollection<Document> documents() {
        return client.getDatabase("flask_session").getCollection("sessions");
    }

    /** As {@code _upsert_session} of Flask-Session 0.8 leaves it. */
    private void peerWrites(String value, Date expiration) {
        documents()
                .insertOne(new Document("_id", new ObjectId())
                        .append("id", key)
                        .append("val", new Binary(bytes(value)))
                        .append("expiration", expiration));
    }

    private static Date soon() {
        return Date.from(Instant.now().plus(LONG));
    }

    @Test
    void aDocumentIsAsFlaskSessionWritesIt() {
        Clock clock = Clock.fixed(Instant.parse("2030-01-02T03:04:05.678Z"), ZoneOffset.UTC);

        new MongoSessionStore(client, "flask_session", "sessions", clock)
                .insert(key, bytes("value"), Duration.ofDays(1));

        BsonDocument document = documents()
                .withDocumentClass(BsonDocument.class)
                .find(new Document("id", key))
                .first();
        assertThat(document.keySet()).containsExactlyInAnyOrder("_id", "id", "val", "expiration");
        assertThat(document.get("val")).isEqualTo(new BsonBinary(BsonBinarySubType.BINARY, bytes("value")));
        assertThat(Instant.ofEpochMilli(document.getDateTime("expiration").getValue()))
                .isEqualTo(Instant.parse("2030-01-03T03:04:05.678Z"));
    }

    @Test
    void aDocumentOfAPeerIsReadExtendedReplacedAndDeleted() {
        peerWrites("theirs", soon());

        StoredValue loaded = store().load(key, LONG);

        assertThat(loaded.value()).isEqualTo(bytes("theirs"));
        assertThat(store().replace(key, loaded, bytes("ours"), LONG)).isInstanceOf(Outcome.Done.class);
        assertThat(store().load(key, null).value()).isEqualTo(bytes("ours"));
        assertThat(store().delete(key)).isTrue();
    }

    @Test
    void aKeyThatAPeerTookIsTaken() {
        peerWrites("theirs", soon());

        assertThat(store().insert(key, bytes("ours"), LONG)).isFalse();
        assertThat(store().load(key, null).value()).isEqualTo(bytes("theirs"));
    }

    @Test
    void anExpiredDocumentOfAPeerGivesWay() {
        peerWrites("over", Date.from(Instant.now().minusSeconds(1)));

        assertThat(store().load(key, LONG)).isNull();
        assertThat(store().insert(key, bytes("ours"), LONG)).isTrue();
        assertThat(store().load(key, null).value()).isEqualTo(bytes("ours"));
    }

    @Test
    void noExpirationMeansExpired() {
        peerWrites("value", null);

        assertThat(store().load(key, null)).isNull();
        assertThat(store().touch(key, LONG)).isFalse();
        assertThat(store().insert(key, bytes("ours"), LONG)).isTrue();
    }

    @Test
    void aSessionThatPeersMadeTwiceIsDeletedWhole() {
        peerWrites("one", soon());
        peerWrites("two", soon());

        assertThat(store().delete(key)).isTrue();
        assertThat(store().load(key, null)).isNull();
    }

    @Test
    void aValueThatIsNoBytesIsEmptyAndStays() {
        documents().insertOne(new Document("id", key).append("val", "text").append("expiration", soon()));

        StoredValue loaded = store().load(key, LONG);

        assertThat(loaded.value()).isEmpty();
        assertThat(store().replace(key, loaded, bytes("ours"), LONG)).isInstanceOf(Outcome.Changed.class);
    }

    @Test
    void theServerExpiresDocumentsAndFindsThemByAnIndex() {
        String database = newDatabase();
        MongoSessionStore fresh = new MongoSessionStore(client, database, "sessions", Clock.systemUTC());

        fresh.ensureIndexes();
        fresh.ensureIndexes();

        List<Document> indexes = client.getDatabase(database)
                .getCollection("sessions")
                .listIndexes()
                .into(new ArrayList<>());
        assertThat(indexes)
                .anySatisfy(index -> {
                    assertThat(index.get("key")).isEqualTo(new Document("expiration", 1));
                    assertThat(index.get("expireAfterSeconds", Number.class).intValue())
                            .isZero();
                })
                .anySatisfy(index -> assertThat(index.get("key")).isEqualTo(new Document("id", 1)));
    }

    @Test
    void anIndexOnIdOfAnotherKindWillDo() {
        String database = newDatabase();
        MongoCollection<Document> documents = client.getDatabase(database).getCollection("sessions");
        documents.createIndex(new Document("id", 1), new IndexOptions().unique(true));

        new MongoSessionStore(client, database, "sessions", Clock.systemUTC()).ensureIndexes();

        assertThat(documents.listIndexes().into(new ArrayList<>())).hasSize(3);
    }

    @Test
    void databaseAndCollectionMayHaveOtherNames() {
        MongoSessionStore other = new MongoSessionStore(client, newDatabase(), "some.other-name", Clock.systemUTC());

        other.insert(key, bytes("value"), LONG);

        assertThat(other.load(key, null).value()).isEqualTo(bytes("value"));
        assertThat(store().load(key, null)).isNull();
    }

    private static String newDatabase() {
        return "db" + UUID.randomUUID();
    }
}
