package io.github.sessionstarter.store.jdbc;

import javax.sql.DataSource;

class PostgresqlLocksTest extends LocksContract {

    @Override
    DataSource dataSource() {
        return Databases.postgresql();
    }

    @Override
    String countWaiting() {
        return "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    }

    @Override
    String[] createTrigger(String table, String audit) {
        return new String[] {
            """
            CREATE FUNCTION %s_changed() RETURNS trigger LANGUAGE plpgsql
            AS 'BEGIN UPDATE %s SET changes = changes + 1; RETURN NEW; END'
            """.formatted(audit, audit),
            "CREATE TRIGGER %s_trigger AFTER UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %s_changed()"
                    .formatted(audit, table, audit)
        };
    }

    /** Who waits so long, looks for deadlocks, and gives way where there is one. */
    @Override
    String[] prevail(String ballast) {
        return new String[] {"SET LOCAL deadlock_timeout = '20s'"};
    }
}
