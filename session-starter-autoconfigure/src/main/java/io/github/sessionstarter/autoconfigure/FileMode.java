package io.github.sessionstarter.autoconfigure;

/** What {@code session.file.mode} says: an octal number where it begins as one in a shell or in Python, else a decimal. */
final class FileMode {

    /** The owner reads and writes. */
    private static final int MIN = 0600;

    private static final int MAX = 0777;

    private FileMode() {}

    static int parse(String text) {
        int mode = number(text.trim());
        if (mode < 0 || mode > MAX || (mode & MIN) != MIN) {
            throw invalid();
        }
        return mode;
    }

    private static int number(String text) {
        try {
            if (text.startsWith("0o") || text.startsWith("0O")) {
                return Integer.parseInt(text, 2, text.length(), 8);
            }
            return Integer.parseInt(text, text.startsWith("0") ? 8 : 10);
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static SessionConfigurationException invalid() {
        return new SessionConfigurationException(
                "session.file.mode is no access mode from 0600 to 0777 by which the owner may read and write.",
                "Set it to an octal number as 0600.");
    }
}
