package io.github.sessionstarter.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.convert.DurationUnit;

/** What is set under {@code session.cleanup.*}. */
public class SessionCleanupProperties {

    /**
     * How often expired sessions are removed from files and SQL, give or take a tenth; 0 is never. Seconds where no unit
     * is given. Other stores do it themselves.
     */
    @DurationUnit(ChronoUnit.SECONDS)
    private Duration interval = Duration.ofHours(1);

    /** How many expired sessions are removed at a time. */
    private int batchSize = 1000;

    public Duration getInterval() {
        return interval;
    }

    public void setInterval(Duration interval) {
        this.interval = interval;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }
}
