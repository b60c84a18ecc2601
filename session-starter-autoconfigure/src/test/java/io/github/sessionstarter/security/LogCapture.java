package io.github.sessionstarter.security;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/** Everything that anybody logs, at every level, in place of what is logged elsewhere. */
final class LogCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    /** Longer ones are dumps; what they show they show at their beginning. */
    private static final int MAX_LENGTH = 50_000;

    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
    private final Map<Logger, Level> levels = new HashMap<>();
    private final List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
    private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");
    private final java.util.logging.Level julLevel = julRoot.getLevel();

    /** A message with the stack trace under it. */
    record Line(String logger, Level level, String text) {}

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static Logger root() {
        return context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** May be called again, where an application that starts has set up its own logging meanwhile. */
    void attach() {
        for (Logger logger : context().getLoggerList()) {
            if (logger.getLevel() != null && logger != root()) {
                levels.putIfAbsent(logger, logger.getLevel());
                logger.setLevel(null);
            }
        }
        levels.putIfAbsent(root(), root().getLevel());
        root().setLevel(Level.TRACE);
        root().iteratorForAppenders().forEachRemaining(appender -> {
            if (appender != this) {
                appenders.add(appender);
            }
        });
        appenders.forEach(root()::detachAppender);
        julRoot.setLevel(java.util.logging.Level.ALL);
        setContext(context());
        start();
        root().addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        String text = event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                        ? ""
                        : "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        String shown = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        lines.add(new Line(event.getLoggerName(), event.getLevel(), shown));
    }

    List<Line> lines() {
        return new ArrayList<>(lines);
    }

    @Override
    public void close() {
        root().detachAppender(this);
        levels.forEach(Logger::setLevel);
        appenders.forEach(root()::addAppender);
        julRoot.setLevel(julLevel);
        stop();
    }
}
