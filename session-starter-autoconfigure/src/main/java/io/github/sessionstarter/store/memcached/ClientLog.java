package io.github.sessionstarter.store.memcached;

import java.util.regex.Pattern;
import net.spy.memcached.compat.log.AbstractLogger;
import net.spy.memcached.compat.log.Level;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/** The client's log in the application's, without the keys that it names in its operations. Made by the client. */
public final class ClientLog extends AbstractLogger {

    private static final Pattern KEY = Pattern.compile("(Key|Keys): *\\S+");

    private final Log log;

    public ClientLog(String name) {
        super(name);
        this.log = LogFactory.getLog(name);
    }

    @Override
    public boolean isTraceEnabled() {
        return log.isTraceEnabled();
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isDebugEnabled();
    }

    /** Info is debug here: it tells every step of connecting. */
    @Override
    public void log(Level level, @Nullable Object message, @Nullable Throwable thrown) {
        String text = withoutKeys(String.valueOf(message));
        switch (level) {
            case TRACE -> log.trace(text, thrown);
            case DEBUG, INFO -> log.debug(text, thrown);
            case WARN -> log.warn(text, thrown);
            case ERROR, FATAL -> log.error(text, thrown);
        }
    }

    static String withoutKeys(String text) {
        return KEY.matcher(text).replaceAll("$1: …");
    }
}
