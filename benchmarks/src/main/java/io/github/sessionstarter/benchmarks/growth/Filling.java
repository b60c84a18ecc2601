package io.github.sessionstarter.benchmarks.growth;

import com.mongodb.client.MongoClient;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.benchmarks.application.Contender;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;

/** How a store comes to many records. */
interface Filling {

    /** What a session of a few values has for a record. */
    byte[] RECORD = "\u0000".repeat(200).getBytes(StandardCharsets.US_ASCII);

    /** Puts records into the store, from a number to the one before another. */
    void fill(SessionStore store, int from, int to);

    /** As long as keys of sessions are. */
    static String key(int number) {
        return String.format("session:%043d", number);
    }

    /** One by one through the store, but for databases that do it faster by themselves. */
    static Filling of(Contender contender, ApplicationContext context) {
        return switch (contender) {
            case JDBC -> new SqlFilling(context.getBean(DataSource.class));
            case MONGODB -> new MongoFilling(context.getBean(MongoClient.class));
            default -> Filling::oneByOne;
        };
    }

    private static void oneByOne(SessionStore store, int from, int to) {
        IntStream.range(from, to)
                .parallel()
                .forEach(number -> store.insert(key(number), RECORD, RecordCounts.LIFETIME));
    }
}
