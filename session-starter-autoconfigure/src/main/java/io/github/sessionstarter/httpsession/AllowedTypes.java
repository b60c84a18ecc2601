package io.github.sessionstarter.httpsession;

import java.util.List;
import java.util.Set;

/**
 * The types, by name, that may be read out of a session: the JDK's that are values or collections, and those of the
 * packages that the application names. What is named here is made when the session says so; so there are types and not
 * whole packages of Spring and the JDK, which have classes that run code, open files or connect when they are made.
 */
final class AllowedTypes {

    private static final Set<String> NAMES = Set.of(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URI",
            "java.sql.Date",
            "java.sql.Time",
            "java.sql.Timestamp",
            "java.util.ArrayDeque",
            "java.util.ArrayList",
            "java.util.Arrays$ArrayList",
            "java.util.Currency",
            "java.util.Date",
            "java.util.EnumMap",
            "java.util.EnumSet",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.JumboEnumSet",
            "java.util.LinkedList",
            "java.util.Locale",
            "java.util.RegularEnumSet",
            "java.util.TimeZone",
            "java.util.TreeMap",
            "java.util.TreeSet",
            "java.util.UUID",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.CopyOnWriteArrayList",
            "java.util.concurrent.CopyOnWriteArraySet",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "org.springframework.util.LinkedMultiValueMap",
            "org.springframework.web.servlet.FlashMap",
            "sun.util.calendar.ZoneInfo");

    private static final List<String> PREFIXES =
            List.of("java.time.", "java.util.Collections$", "java.util.ImmutableCollections$");

    private final List<String> packages;

    /** @param packages the application's; a name allows the packages below it and a class of that name too */
    AllowedTypes(List<String> packages) {
        this.packages = List.copyOf(packages);
    }

    /** Those that are allowed one by one. */
    static Set<String> names() {
        return NAMES;
    }

    boolean contains(String name) {
        if (name.startsWith("[")) {
            return containsArray(name);
        }
        return NAMES.contains(name)
                || PREFIXES.stream().anyMatch(name::startsWith)
                || packages.stream().anyMatch(allowed -> isBelow(name, allowed));
    }

    /** {@code [[Ljava.lang.String;} as its elements are, {@code [I} as all primitive ones. */
    private boolean containsArray(String name) {
        String element = name.replaceFirst("^\\[+", "");
        return element.length() == 1
                || (element.startsWith("L") && contains(element.substring(1, element.length() - 1)));
    }

    private static boolean isBelow(String name, String allowed) {
        return name.startsWith(allowed)
                && (name.length() == allowed.length()
                        || name.charAt(allowed.length()) == '.'
                        || name.charAt(allowed.length()) == '$');
    }
}
