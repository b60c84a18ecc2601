package io.github.sessionstarter.benchmarks.http;

import io.github.sessionstarter.benchmarks.Part;
import io.github.sessionstarter.benchmarks.Servers;
import io.github.sessionstarter.benchmarks.application.Contender;
import io.github.sessionstarter.benchmarks.application.Contender.Server;
import io.github.sessionstarter.benchmarks.application.Handler;
import io.github.sessionstarter.benchmarks.report.Figure;
import io.github.sessionstarter.benchmarks.report.Interval;
import io.github.sessionstarter.benchmarks.report.Page;
import io.github.sessionstarter.benchmarks.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every contender with every handler, side by side in one run. */
public final class HttpBenchmark implements Part {

    private static final int VISITORS = 1000;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASUREMENT = Duration.ofSeconds(1);

    private static final List<Contender> ON_REDIS =
            List.of(Contender.BY_HAND, Contender.SPRING_SESSION_REDIS, Contender.REDIS);

    /** Who is compared with whom: what people would use instead. */
    private static final List<Rivals> RIVALS = List.of(
            new Rivals(Contender.COOKIE, Contender.NONE, Contender.TOMCAT),
            new Rivals(Contender.REDIS, Contender.BY_HAND, Contender.SPRING_SESSION_REDIS),
            new Rivals(Contender.JDBC, Contender.SPRING_SESSION_JDBC));

    private static final List<Mark> MARKS = List.of(
            new Mark(Contender.REDIS, Handler.READ, Contender.BY_HAND, 0.9),
            new Mark(Contender.REDIS, Handler.CHANGE, Contender.BY_HAND, 0.9),
            new Mark(Contender.COOKIE, Handler.READ, Contender.NONE, 0.9),
            new Mark(Contender.COOKIE, Handler.CHANGE, Contender.NONE, 0.75));

    private record Rivals(Contender ours, Contender... others) {}

    private record Mark(Contender ours, Handler handler, Contender rival, double wanted) {}

    private final int rounds;

    /**
     * Prepares the measurement.
     *
     * @param rounds how often each contender is measured with each handler; from six on intervals are what they say
     */
    public HttpBenchmark(int rounds) {
        this.rounds = rounds;
    }

    @Override
    public void measure(Page page) throws IOException {
        List<RunningContender> contenders = new ArrayList<>();
        try (Servers servers = new Servers()) {
            for (Contender contender : Contender.values()) {
                contenders.add(RunningContender.start(contender, servers, VISITORS));
            }
            Load load = Load.best();
            Race race = new Race(load, contenders, rounds);
            race.warmUp(WARM_UP);
            race.run(MEASUREMENT);
            page.write("http-behind", behind(race).toString());
            page.write("http-marks", marks(race).toString());
            page.write("http-commands", commands(contenders, servers).toString());
            RatesPlot.draw(race, page.picture("http.png"));
            page.write(
                    "http",
                    tables(race) + "\nLoad: " + load.name() + ", " + rounds + " rounds.\n\n"
                            + page.showing("http.png", "Requests a second, as a part of those without sessions"));
        } finally {
            for (RunningContender contender : contenders) {
                contender.close();
            }
        }
    }

    private static Table behind(Race race) {
        Table table = new Table("where we are not ahead", "handler", "requests, as a part of the rival's");
        for (Rivals rivals : RIVALS) {
            for (Contender rival : rivals.others()) {
                for (Handler handler : Handler.values()) {
                    Interval ratio = race.ratio(handler, rivals.ours(), rival);
                    if (ratio.median() < 1) {
                        table.row(rivals.ours().label() + " / " + rival.label(), handler.label(), ratio.ratio());
                    }
                }
            }
        }
        return table;
    }

    private static Table marks(Race race) {
        Table table = new Table("mark", "handler", "wanted", "measured", "");
        for (Mark mark : MARKS) {
            Interval ratio = race.ratio(mark.handler(), mark.ours(), mark.rival());
            String verdict =
                    ratio.median() >= mark.wanted() ? "reached" : ratio.high() >= mark.wanted() ? "touched" : "missed";
            table.row(
                    mark.ours().label() + " / " + mark.rival().label(),
                    mark.handler().label(),
                    "≥ " + mark.wanted(),
                    ratio.ratio(),
                    verdict);
        }
        return table;
    }

    private static Table commands(List<RunningContender> contenders, Servers servers) throws IOException {
        Table table = new Table(
                "Redis commands a request",
                Arrays.stream(Handler.values()).map(Handler::label).toArray(String[]::new));
        try (CountedCommands commands = new CountedCommands(servers.redisPort())) {
            for (RunningContender contender : contenders) {
                if (contender.contender().uses(Server.REDIS)) {
                    List<Object> counts = new ArrayList<>();
                    for (Handler handler : Handler.values()) {
                        counts.add(Figure.of(commands.perRequest(contender, handler)));
                    }
                    table.row(contender.contender().label(), counts.toArray());
                }
            }
        }
        return table;
    }

    private static String tables(Race race) {
        StringBuilder tables = new StringBuilder();
        for (Handler handler : Handler.values()) {
            Table table = new Table(
                    handler.label(),
                    "requests/s",
                    "CPU, µs",
                    "of no session",
                    "of GETEX, SETEX",
                    "of Spring Session, Redis");
            for (Contender contender : Contender.values()) {
                boolean onRedis = ON_REDIS.contains(contender);
                table.row(
                        contender.label(),
                        Figure.whole(race.rate(handler, contender).median()),
                        Figure.of(race.processorTime(handler, contender).median()),
                        race.ratio(handler, contender, Contender.NONE).ratio(),
                        onRedis
                                ? race.ratio(handler, contender, Contender.BY_HAND)
                                        .ratio()
                                : "",
                        race.ratio(handler, contender, Contender.SPRING_SESSION_REDIS)
                                .ratio());
            }
            tables.append(table).append('\n');
        }
        return tables.toString();
    }
}
