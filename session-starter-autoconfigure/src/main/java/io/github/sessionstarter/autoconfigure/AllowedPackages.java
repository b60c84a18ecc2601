package io.github.sessionstarter.autoconfigure;

import java.util.List;
import java.util.regex.Pattern;

/** Checks {@code session.http-session.allowed-types}. */
final class AllowedPackages {

    /** Packages with classes that run code, open files or connect when they are made of somebody's JSON. */
    private static final List<String> OTHERS = List.of("java", "javax", "jdk", "sun", "com.sun", "org.springframework");

    private static final Pattern NAME =
            Pattern.compile("\\p{javaJavaIdentifierPart}+(\\.\\p{javaJavaIdentifierPart}+)*");

    private AllowedPackages() {}

    static List<String> of(SessionProperties properties) {
        return properties.getHttpSession().getAllowedTypes().stream()
                .map(AllowedPackages::withoutDot)
                .toList();
    }

    /** As people write them too: {@code com.example.}, {@code com.example.*}. */
    private static String withoutDot(String allowed) {
        String name = allowed.strip().replaceFirst("\\.\\*{0,2}$", "");
        boolean wide = name.isEmpty() || OTHERS.stream().anyMatch(other -> isAboveOrBelow(name, other));
        if (wide) {
            throw new SessionConfigurationException(
                    "session.http-session.allowed-types has \"" + allowed
                            + "\", which allows more than the application's"
                            + " own types: whatever is allowed is made when a session says so.",
                    "Name the package of the classes that are kept in sessions, as com.example.shop.");
        }
        if (!NAME.matcher(name).matches()) {
            throw new SessionConfigurationException(
                    "session.http-session.allowed-types has \"" + allowed
                            + "\", which is no name of a package or a class; patterns are not known there.",
                    "Name packages, which allows what is below them too, or classes, as com.example.shop.");
        }
        return name;
    }

    private static boolean isAboveOrBelow(String name, String other) {
        return (other + ".").startsWith(name + ".") || (name + ".").startsWith(other + ".");
    }
}
