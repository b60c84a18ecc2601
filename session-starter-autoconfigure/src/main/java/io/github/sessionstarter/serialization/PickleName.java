package io.github.sessionstarter.serialization;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The names that a pickle may hold: those of values, and of what Python's pickler needs to write them. */
enum PickleName {
    DATE("datetime", "date"),
    DATETIME("datetime", "datetime"),
    TIME("datetime", "time"),
    TIMEDELTA("datetime", "timedelta"),
    TIMEZONE("datetime", "timezone"),
    UUID("uuid", "UUID"),
    DECIMAL("decimal", "Decimal"),
    MARKUP("markupsafe", "Markup"),
    ORDERED_DICT("collections", "OrderedDict"),
    SET("builtins", "set"),
    FROZENSET("builtins", "frozenset"),
    BYTES("builtins", "bytes"),
    BYTEARRAY("builtins", "bytearray"),
    OBJECT("builtins", "object"),
    STR("builtins", "str"),
    /** How bytes are written before protocol 3. */
    ENCODE("_codecs", "encode"),
    /** How objects with a class of their own are written before protocol 2. */
    RECONSTRUCTOR("copyreg", "_reconstructor");

    private static final Pattern PRINTABLE = Pattern.compile("[\\w.]{1,100}");
    private static final Map<String, PickleName> BY_NAME = new HashMap<>();

    static {
        for (PickleName name : values()) {
            BY_NAME.put(name.toString(), name);
            // Python 2's names, which pickles before protocol 3 hold (_compat_pickle.py)
            if (name.module.equals("builtins")) {
                BY_NAME.put("__builtin__." + name.name, name);
            }
        }
        BY_NAME.put("__builtin__.unicode", STR);
        BY_NAME.put("copy_reg._reconstructor", RECONSTRUCTOR);
    }

    final String module;
    final String name;

    PickleName(String module, String name) {
        this.module = module;
        this.name = name;
    }

    /** @throws IllegalArgumentException where it is no name of a value */
    static PickleName of(String module, String name) {
        String whole = module + "." + name;
        PickleName known = BY_NAME.get(whole);
        if (known == null) {
            String shown = PRINTABLE.matcher(whole).matches() ? whole : "something unprintable";
            throw new IllegalArgumentException("The pickle names " + shown + ", which is no value of a session");
        }
        return known;
    }

    /** With the module, as in {@code datetime.date}. */
    @Override
    public String toString() {
        return module + "." + name;
    }
}
