package io.github.sessionstarter.sample;

import io.github.sessionstarter.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A secret between the session and the forms that we show, which another site cannot know: what comes without it comes
 * from no form of ours. An application with Spring Security has this already.
 */
@Component
class CsrfToken {

    /** The session's key and the form field's name; the Flask twin uses the same. */
    static final String KEY = "csrf_token";

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Session session;

    CsrfToken(Session session) {
        this.session = session;
    }

    /** The session's token. It is made when the first form is shown: who only reads gets no session. */
    public String value() {
        if (session.get(KEY) instanceof String token) {
            return token;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        session.put(KEY, token);
        return token;
    }

    boolean matches(@Nullable String sent) {
        return sent != null
                && session.get(KEY) instanceof String token
                && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
