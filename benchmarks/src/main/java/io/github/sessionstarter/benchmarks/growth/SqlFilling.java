package io.github.sessionstarter.benchmarks.growth;

import io.github.sessionstarter.SessionStore;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records by one statement of PostgreSQL's. */
record SqlFilling(DataSource dataSource) implements Filling {

    private static final String INSERT = """
            INSERT INTO sessions (session_id, data, expiry)
            SELECT 'session:' || lpad(number::text, 43, '0'), ?, ?
            FROM generate_series(?, ?) AS number
            """;

    @Override
    public void fill(SessionStore store, int from, int to) {
        LocalDateTime expiry =
                LocalDateTime.ofInstant(Clock.systemUTC().instant().plus(RecordCounts.LIFETIME), ZoneOffset.UTC);
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.update(INSERT, RECORD, expiry, from, to - 1);
        jdbc.execute("ANALYZE sessions");
    }
}
