package io.github.sessionstarter.benchmarks.growth;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.github.sessionstarter.SessionStore;
import java.time.Clock;
import java.util.Date;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;

/** Records by the thousand, as the store writes them. */
record MongoFilling(MongoClient client) implements Filling {

    private static final int BATCH = 10_000;

    @Override
    public void fill(SessionStore store, int from, int to) {
        MongoCollection<Document> sessions = client.getDatabase("flask_session").getCollection("sessions");
        Date expiration = Date.from(Clock.systemUTC().instant().plus(RecordCounts.LIFETIME));
        for (int batch = from; batch < to; batch += BATCH) {
            sessions.insertMany(IntStream.range(batch, Math.min(to, batch + BATCH))
                    .mapToObj(number -> new Document("id", Filling.key(number))
                            .append("val", new Binary(RECORD))
                            .append("expiration", expiration))
                    .toList());
        }
    }
}
