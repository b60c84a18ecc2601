package io.github.sessionstarter.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction of its own, whatever transaction the caller is in. */
final class Transactions {

    /** How often work is tried that the database rolled back in favour of somebody else's: SQLSTATE class 40. */
    private static final int ATTEMPTS = 5;

    /** Lets the connection's own timeout come first: this is for drivers without one, and ends on the server what runs on. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final TransactionTemplate template;
    private final Duration timeout;
    private final Table table;

    /** @param timeout how long the server may take to answer */
    Transactions(DataSource dataSource, Table table, Duration timeout) {
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        // SQLite leaves a transaction open whose commit it refuses, and the connection goes back to the pool with it
        manager.setRollbackOnCommitFailure(true);
        this.template = new TransactionTemplate(manager);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        template.setTimeout(
                Math.toIntExact(timeout.plus(GRACE).plusNanos(999_999_999).toSeconds()));
        this.timeout = timeout;
        this.table = table;
    }

    <T extends @Nullable Object> T run(Supplier<T> work) {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return template.execute(status -> work.get());
            } catch (DuplicateKeyException e) {
                throw e;
            } catch (DataIntegrityViolationException e) {
                throw withoutTheRecord(e);
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS || !sqlState(e).startsWith("40") || isOver(start)) {
                    throw e;
                }
            }
        }
    }

    private boolean isOver(long start) {
        return System.nanoTime() - start > timeout.toNanos();
    }

    /** Takes back what the work did. */
    <T extends @Nullable Object> T rehearse(Supplier<T> work) {
        return template.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }

    /** Databases show in their messages what they refuse, key and value, which must not get into a log. */
    private DataIntegrityViolationException withoutTheRecord(DataIntegrityViolationException e) {
        if (e.getCause() == null) {
            return e;
        }
        return new DataIntegrityViolationException(
                "The database refused a record for the table " + table + " of the sessions, with SQLSTATE "
                        + sqlState(e) + "; is its column data too short, or has it a constraint of its own?");
    }

    private static String sqlState(DataAccessException e) {
        return e.getCause() instanceof SQLException cause && cause.getSQLState() != null ? cause.getSQLState() : "";
    }
}
