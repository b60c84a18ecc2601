package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.serialization.Msgpack;
import io.github.sessionstarter.serialization.Pickle;
import io.github.sessionstarter.serialization.PlainJson;
import io.github.sessionstarter.serialization.SessionFormat;
import io.github.sessionstarter.serialization.StoredFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What {@code session.serialization-format} says, and what the peers of a store read. */
final class Formats {

    private static final Map<String, Function<SessionType, SessionFormat>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("msgpack", type -> new Msgpack());
        BY_NAME.put("json", type -> new PlainJson());
        BY_NAME.put("pickle", Formats::pickle);
    }

    private Formats() {}

    static StoredFormat of(SessionProperties properties, SessionType type) {
        Function<SessionType, SessionFormat> chosen =
                Choice.of("session.serialization-format", properties.getSerializationFormat(), BY_NAME);
        return new StoredFormat(isAlwaysPickle(type) ? pickle(type) : chosen.apply(type));
    }

    /** The word for what {@link #of} makes. */
    static String name(SessionProperties properties, SessionType type) {
        return isAlwaysPickle(type)
                ? "pickle"
                : properties.getSerializationFormat().trim().toLowerCase(Locale.ROOT);
    }

    /** Every Flask-Session pickles its files, whatever the format. */
    private static boolean isAlwaysPickle(SessionType type) {
        return type == SessionType.FILESYSTEM;
    }

    /** python-memcached reads pickles of ASCII characters only. */
    private static SessionFormat pickle(SessionType type) {
        return new Pickle(type == SessionType.MEMCACHED ? Pickle.Protocol.ASCII : Pickle.Protocol.BINARY);
    }
}
