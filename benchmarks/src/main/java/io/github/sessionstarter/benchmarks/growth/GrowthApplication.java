package io.github.sessionstarter.benchmarks.growth;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.benchmarks.application.Contender;
import io.github.sessionstarter.benchmarks.application.ContenderApplication;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;

/** A JVM in which one of the starter's stores is given more and more to do. It prints what each step took. */
public final class GrowthApplication {

    /** What stands before a step's name, its size, and its microseconds. */
    static final String STEP = "step ";

    static final String END = STEP + "end";

    /** How often a session is measured before it counts: the first work of a JVM is interpreted, and compiled meanwhile. */
    private static final int REHEARSALS = 8;

    private GrowthApplication() {}

    /**
     * Measures.
     *
     * @param args the contender's name, how many records there may be, and properties as Boot takes them
     */
    public static void main(String[] args) {
        Contender contender = Contender.valueOf(args[0]);
        int maxRecords = Integer.parseInt(args[1]);
        String[] properties = Arrays.copyOfRange(args, 2, args.length);
        try (ConfigurableApplicationContext context = ContenderApplication.start(contender, properties)) {
            SessionSizes sizes = new SessionSizes(context.getBean(SessionRepository.class));
            for (int i = 0; i < REHEARSALS; i++) {
                sizes.ofKeys(10);
            }
            for (int keys = 1; keys <= 10_000; keys *= 10) {
                report("keys", keys, sizes.ofKeys(keys));
            }
            for (int bytes = 100; bytes <= 1_000_000; bytes *= 10) {
                report("bytes", bytes, sizes.ofBytes(bytes));
            }
            if (contender != Contender.COOKIE) {
                RecordCounts counts =
                        new RecordCounts(context.getBean(SessionStore.class), Filling.of(contender, context));
                for (int records = 1; records <= maxRecords; records *= 100) {
                    report("records", records, counts.of(records));
                }
            }
        }
        System.out.println(END);
    }

    private static void report(String name, int size, double microseconds) {
        System.out.println(STEP + name + " " + size + " " + String.format(Locale.ROOT, "%.1f", microseconds));
    }
}
