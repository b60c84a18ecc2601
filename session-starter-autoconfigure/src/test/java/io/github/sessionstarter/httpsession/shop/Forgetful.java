package io.github.sessionstarter.httpsession.shop;

/** Shows what it cannot be given back. */
public final class Forgetful {

    private final String secret = "secret";

    public String getSecret() {
        return secret;
    }
}
