package io.github.sessionstarter.autoconfigure;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.convert.DurationUnit;

/** What is set under {@code session.*}. */
@ConfigurationProperties("session")
public class SessionProperties {

    /** Where sessions are kept: in a signed cookie (cookie), or nowhere (none). */
    private String type = "cookie";

    /**
     * The key that signs sessions: text, or bytes as base64:… or hex:…. At least 16 bytes, random, and secret. Without
     * one a session can be read (it is empty) but not changed.
     */
    private @Nullable String secretKey;

    /** Older keys that still verify what they signed. */
    private List<String> secretKeyFallbacks = new ArrayList<>();

    /** Whether a key that is short or well known may be used. */
    private boolean allowWeakSecretKey;

    /** How long a session lives after its last use; seconds where no unit is given. */
    @DurationUnit(ChronoUnit.SECONDS)
    private Duration lifetime = Duration.ofDays(31);

    /** Whether new sessions are permanent, so that they outlive the browser's own session. Off for cookie sessions. */
    private @Nullable Boolean permanent;

    /** Whether every request prolongs a permanent session, and not only one that changes it. */
    private boolean refreshEachRequest = true;

    /** How long after a session was prolonged it is prolonged again; seconds where no unit is given. */
    @DurationUnit(ChronoUnit.SECONDS)
    private Duration refreshInterval = Duration.ZERO;

    /** The hash function of signatures: sha1 (Flask's), sha256 or sha512. */
    private String signerDigest = "sha1";

    @NestedConfigurationProperty
    private final SessionCookieProperties cookie = new SessionCookieProperties();

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public @Nullable String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(@Nullable String secretKey) {
        this.secretKey = secretKey;
    }

    public List<String> getSecretKeyFallbacks() {
        return secretKeyFallbacks;
    }

    public void setSecretKeyFallbacks(List<String> secretKeyFallbacks) {
        this.secretKeyFallbacks = secretKeyFallbacks;
    }

    public boolean isAllowWeakSecretKey() {
        return allowWeakSecretKey;
    }

    public void setAllowWeakSecretKey(boolean allowWeakSecretKey) {
        this.allowWeakSecretKey = allowWeakSecretKey;
    }

    public Duration getLifetime() {
        return lifetime;
    }

    public void setLifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    public @Nullable Boolean getPermanent() {
        return permanent;
    }

    public void setPermanent(@Nullable Boolean permanent) {
        this.permanent = permanent;
    }

    public boolean isRefreshEachRequest() {
        return refreshEachRequest;
    }

    public void setRefreshEachRequest(boolean refreshEachRequest) {
        this.refreshEachRequest = refreshEachRequest;
    }

    public Duration getRefreshInterval() {
        return refreshInterval;
    }

    public void setRefreshInterval(Duration refreshInterval) {
        this.refreshInterval = refreshInterval;
    }

    public String getSignerDigest() {
        return signerDigest;
    }

    public void setSignerDigest(String signerDigest) {
        this.signerDigest = signerDigest;
    }

    public SessionCookieProperties getCookie() {
        return cookie;
    }
}
