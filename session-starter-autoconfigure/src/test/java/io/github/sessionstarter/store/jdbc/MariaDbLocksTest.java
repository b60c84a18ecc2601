package io.github.sessionstarter.store.jdbc;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

class MariaDbLocksTest extends LocksContract {

    @Override
    DataSource dataSource() {
        return Databases.mariadb();
    }

    @Override
    String countWaiting() {
        return "SELECT count(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
    }

    @Override
    String[] createTrigger(String table, String audit) {
        return new String[] {
            "CREATE TRIGGER %s_trigger AFTER UPDATE ON %s FOR EACH ROW UPDATE %s SET changes = changes + 1"
                    .formatted(audit, table, audit)
        };
    }

    /** Who has changed less gives way. */
    @Override
    String[] prevail(String ballast) {
        return Stream.concat(
                        Stream.of("CREATE TABLE " + ballast + " (number INTEGER)"),
                        IntStream.range(0, 100).mapToObj(i -> "INSERT INTO " + ballast + " VALUES (" + i + ")"))
                .toArray(String[]::new);
    }
}
