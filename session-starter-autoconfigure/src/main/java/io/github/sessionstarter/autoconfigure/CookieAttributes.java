package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.web.SessionCookie;
import java.net.IDN;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code session.cookie.*} says, checked against what browsers accept (RFC 6265bis, section 4.1). */
final class CookieAttributes {

    /** RFC 9110, section 5.6.2: the characters of a token that are neither letters nor digits. */
    private static final String TOKEN_CHARACTERS = "!#$%&'*+-.^_`|~";

    private static final Map<String, Optional<Boolean>> SECURE = new LinkedHashMap<>();
    private static final Map<String, Optional<String>> SAME_SITE = new LinkedHashMap<>();
    private static final Map<String, Boolean> FAIL_ON_OVERFLOW = new LinkedHashMap<>();

    static {
        SECURE.put("auto", Optional.empty());
        SECURE.put("true", Optional.of(true));
        SECURE.put("false", Optional.of(false));
        SAME_SITE.put("lax", Optional.of("Lax"));
        SAME_SITE.put("strict", Optional.of("Strict"));
        SAME_SITE.put("none", Optional.of("None"));
        SAME_SITE.put("omitted", Optional.empty());
        FAIL_ON_OVERFLOW.put("fail", true);
        FAIL_ON_OVERFLOW.put("warn", false);
    }

    private CookieAttributes() {}

    static SessionCookie.Attributes of(SessionCookieProperties properties) {
        Boolean secure = Choice.of("session.cookie.secure", truth(properties.getSecure()), SECURE)
                .orElse(null);
        String sameSite = Choice.of("session.cookie.same-site", properties.getSameSite(), SAME_SITE)
                .orElse(null);
        SessionCookie.Attributes attributes = new SessionCookie.Attributes(
                properties.getName(),
                domain(properties.getDomain()),
                properties.getPath(),
                properties.isHttpOnly(),
                secure,
                sameSite,
                properties.isPartitioned(),
                properties.getMaxSize(),
                Choice.of("session.cookie.on-overflow", properties.getOnOverflow(), FAIL_ON_OVERFLOW));
        checkCharacters(attributes);
        checkPromises(attributes);
        return attributes;
    }

    /** 1 and 0 are true and false, as to Flask and to Spring's own flags. */
    private static String truth(String secure) {
        return switch (secure.trim()) {
            case "1" -> "true";
            case "0" -> "false";
            default -> secure;
        };
    }

    /** As Werkzeug writes it ({@code werkzeug.http.dump_cookie}): without a leading dot, in ASCII. */
    private static @Nullable String domain(@Nullable String domain) {
        // Flask's False, which before 2.3 was its way to say none
        if (domain == null || domain.isBlank() || domain.trim().equalsIgnoreCase("false")) {
            return null;
        }
        String trimmed = domain.trim();
        String bare = trimmed.startsWith(".") ? trimmed.substring(1) : trimmed;
        if (bare.isEmpty()) {
            throw notADomain();
        }
        try {
            return IDN.toASCII(bare);
        } catch (IllegalArgumentException e) {
            throw notADomain();
        }
    }

    private static SessionConfigurationException notADomain() {
        return new SessionConfigurationException(
                "session.cookie.domain is no domain name.", "Set it to a name as example.com, without scheme or port.");
    }

    private static void checkCharacters(SessionCookie.Attributes attributes) {
        String name = attributes.name();
        if (name.isEmpty() || !name.chars().allMatch(c -> isAlphanumeric(c) || TOKEN_CHARACTERS.indexOf(c) >= 0)) {
            throw new SessionConfigurationException(
                    "session.cookie.name has a character that a cookie's name must not have, or none at all.",
                    "Use letters, digits, '-' and '_'.");
        }
        String domain = attributes.domain();
        if (domain != null && !domain.chars().allMatch(c -> isAlphanumeric(c) || c == '-' || c == '.')) {
            throw notADomain();
        }
        String path = attributes.path();
        if (!path.startsWith("/") || !path.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ';')) {
            throw new SessionConfigurationException(
                    "session.cookie.path must begin with '/' and have no blanks, semicolons or characters beyond ASCII.",
                    "Set it to a path as /shop, or leave it out for the whole host.");
        }
        if (attributes.maxSize() < 0) {
            throw new SessionConfigurationException(
                    "session.cookie.max-size is negative.", "Set it to a number of characters, or to 0 for no limit.");
        }
    }

    /** A browser drops without a word what breaks one of these. */
    private static void checkPromises(SessionCookie.Attributes attributes) {
        boolean secure = Boolean.TRUE.equals(attributes.secure()) || attributes.partitioned();
        if ("None".equals(attributes.sameSite()) && !secure) {
            throw new SessionConfigurationException(
                    "session.cookie.same-site=none needs a secure cookie: browsers drop any other.",
                    "Set session.cookie.secure=true and serve the application over HTTPS.");
        }
        if (attributes.partitioned() && Boolean.FALSE.equals(attributes.secure())) {
            throw new SessionConfigurationException(
                    "session.cookie.partitioned needs a secure cookie, and session.cookie.secure is false.",
                    "Set session.cookie.secure=true and serve the application over HTTPS.");
        }
        String name = attributes.name().toLowerCase(Locale.ROOT);
        if (name.startsWith("__secure-") && !secure) {
            throw new SessionConfigurationException(
                    "session.cookie.name begins with __Secure-, and such a cookie must be secure.",
                    "Set session.cookie.secure=true, or choose another name.");
        }
        boolean host =
                secure && attributes.domain() == null && attributes.path().equals("/");
        if (name.startsWith("__host-") && !host) {
            throw new SessionConfigurationException(
                    "session.cookie.name begins with __Host-, and such a cookie must be secure, have the path / and no"
                            + " domain.",
                    "Set session.cookie.secure=true, remove session.cookie.domain and .path, or choose another name.");
        }
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
