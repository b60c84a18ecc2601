package io.github.sessionstarter.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may log in. This is a demonstration: the passwords stand in the configuration as they are, and the login page
 * shows them.
 *
 * @param users passwords by user name
 */
@ConfigurationProperties("flaskr")
record Users(@DefaultValue Map<String, String> users) {

    boolean knows(String username) {
        return users.containsKey(username);
    }

    /** Whether it is the user's password; takes as long for a nearly right one as for any other of its length. */
    boolean accepts(String username, String password) {
        String expected = users.get(username);
        return expected != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }

    /** Shows no passwords. */
    @Override
    public String toString() {
        return "Users[" + users.size() + "]";
    }
}
