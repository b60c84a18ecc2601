package io.github.sessionstarter.serialization;

import io.github.sessionstarter.ForeignValue;
import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one session. Nothing is shared, so there is no memo. */
final class PickleWriter {

    private final SessionFormat format;
    private final PickleOutput out;

    PickleWriter(SessionFormat format, PickleOutput out) {
        this.format = format;
        this.out = out;
    }

    void write(@Nullable Object value) {
        if (value == null) {
            out.none();
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof Tuple tuple) {
            out.mark();
            tuple.forEach(this::write);
            out.tupleFromMark();
        } else if (value instanceof List<?> list) {
            writeList(list);
        } else if (value instanceof ForeignValue foreign) {
            writeForeign(foreign);
        } else {
            Refusal.check(format, value);
            writeSimple(value);
        }
    }

    private void writeSimple(Object value) {
        if (value instanceof String text) {
            out.text(text);
        } else if (value instanceof Boolean bool) {
            out.bool(bool);
        } else if (Integers.isInteger(value)) {
            out.integer(Integers.big(value));
        } else if (value instanceof Double number) {
            out.number(number);
        } else if (value instanceof byte[] bytes) {
            out.bytes(bytes);
        } else if (value instanceof UUID uuid) {
            writeCall(PickleName.UUID, () -> out.text(uuid.toString()));
        } else if (value instanceof Markup markup) {
            writeCall(PickleName.MARKUP, () -> out.text(markup.toString()));
        } else if (value instanceof Instant instant) {
            writeCall(PickleName.DATETIME, () -> {
                out.bytes(DatetimeState.of(instant).bytes());
                writeUtc();
            });
        } else {
            throw Refusal.ofType("Pickle", value);
        }
    }

    private void writeUtc() {
        writeCall(
                PickleName.TIMEZONE,
                () -> writeCall(PickleName.TIMEDELTA, () -> {
                    write(0);
                    write(0);
                    write(0);
                }));
    }

    private void writeForeign(ForeignValue foreign) {
        if (foreign instanceof PythonObject object) {
            writeCall(object.type(), () -> {
                if (object.isSet()) {
                    writeList(object.arguments());
                } else {
                    object.arguments().forEach(this::write);
                }
            });
        } else if (foreign instanceof ForeignMap map) {
            out.mark();
            map.items().forEach(this::write);
            out.dictFromMark();
        } else {
            write(foreign.plain());
        }
    }

    private void writeCall(PickleName name, Runnable arguments) {
        out.name(name);
        out.mark();
        arguments.run();
        out.tupleFromMark();
        out.call();
    }

    private void writeList(List<?> elements) {
        out.mark();
        elements.forEach(this::write);
        out.listFromMark();
    }

    private void writeMap(Map<?, ?> map) {
        out.mark();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new IllegalArgumentException("A map of the session has a key that is no String");
            }
            out.text(key);
            write(entry.getValue());
        }
        out.dictFromMark();
    }
}
