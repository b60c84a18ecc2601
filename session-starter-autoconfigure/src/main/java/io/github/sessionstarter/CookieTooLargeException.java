package io.github.sessionstarter;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A session does not fit into its cookie. Browsers drop such a cookie without a word (RFC 6265, section 6.1); so it is
 * not sent, the request fails, and the browser keeps the cookie that it has.
 */
public final class CookieTooLargeException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private static final int KEYS_NAMED = 3;
    private static final int MAX_KEY_LENGTH = 50;

    private CookieTooLargeException(String message) {
        super(message);
    }

    /**
     * For a cookie of this size.
     *
     * @param size the header's, in characters
     * @param maxSize what {@code session.cookie.max-size} allows
     * @param data the session's; its largest keys are named, its values are not
     * @return the exception, to be thrown
     */
    public static CookieTooLargeException of(int size, int maxSize, Map<String, ?> data) {
        return new CookieTooLargeException("The session cookie would be " + size + " characters long, and"
                + " session.cookie.max-size allows " + maxSize + "." + advice(data));
    }

    /**
     * For data of this size, however well they compress.
     *
     * @param size in bytes
     * @param maxSize what is read from a cookie, in bytes
     * @param data the session's; its largest keys are named, its values are not
     * @return the exception, to be thrown
     */
    public static CookieTooLargeException ofPayload(int size, int maxSize, Map<String, ?> data) {
        return new CookieTooLargeException("The session's data are " + size + " bytes, and a cookie's may be " + maxSize
                + " before they are compressed." + advice(data));
    }

    private static String advice(Map<String, ?> data) {
        String largest = data.entrySet().stream()
                .sorted(Comparator.comparingInt(CookieTooLargeException::textLength)
                        .reversed())
                .limit(KEYS_NAMED)
                .map(entry -> abbreviated(entry.getKey()))
                .collect(Collectors.joining(", "));
        return " Its largest keys: " + largest + ". Keep less in the session, or keep the session in a store.";
    }

    private static String abbreviated(String key) {
        String text = key.replaceAll("\\p{Cntrl}", "?");
        return text.length() > MAX_KEY_LENGTH ? text.substring(0, MAX_KEY_LENGTH) + "…" : text;
    }

    private static int textLength(Map.Entry<String, ?> entry) {
        return entry.getValue() instanceof byte[] bytes
                ? bytes.length
                : String.valueOf(entry.getValue()).length();
    }
}
