package io.github.sessionstarter.sample;

import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A value of each type that Flask's cookie carries. */
enum SampleValue {
    NUMBER("Number"),
    TEXT("Text"),
    LIST("List"),
    MAP("Map"),
    INSTANT("Instant"),
    UUID("UUID"),
    BYTES("byte[]"),
    TUPLE("Tuple"),
    MARKUP("Markup");

    private final String label;

    SampleValue(String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }

    /** The key under which the session page puts it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Object value() {
        return switch (this) {
            case NUMBER -> 42;
            case TEXT -> "Grüße, 世界 & <you>";
            case LIST -> List.of(1, "two", 3.5, true);
            case MAP -> Map.of("colour", "teal", "sizes", List.of(38, 40));
            case INSTANT -> Instant.now();
            case UUID -> java.util.UUID.randomUUID();
            case BYTES -> new byte[] {0, 127, -1};
            case TUPLE -> Tuple.of("a", 1, Tuple.of());
            case MARKUP -> Markup.of("<em>safe</em> HTML");
        };
    }
}
