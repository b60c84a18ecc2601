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

    /** Where sessions are kept: cookie, redis, memcached, filesystem, mongodb, jdbc, or none. */
    private String type = "cookie";

    /**
     * The key that signs sessions: text, or bytes as base64:… or hex:…. At least 16 bytes, random, and secret. A cookie
     * session without one can be read (it is empty) but not changed; a session in a store needs none.
     */
    private @Nullable String secretKey;

    /** Older secret keys that still verify what they signed; nothing is signed with them. */
    private List<String> secretKeyFallbacks = new ArrayList<>();

    /** Whether a key that is short or well known may be used, as in tests; else it stops the application. */
    private boolean allowWeakSecretKey;

    /** How long a session lives after its last use; seconds where no unit is given. */
    @DurationUnit(ChronoUnit.SECONDS)
    private Duration lifetime = Duration.ofDays(31);

    /** Whether new sessions are permanent, so that they outlive the browser's own session; by default those in stores. */
    private @Nullable Boolean permanent;

    /** Whether every request prolongs a permanent session, and not only one that changes it. */
    private boolean refreshEachRequest = true;

    /**
     * How long a session is left alone after it was prolonged, which spares writes; 0 prolongs it with each request.
     * Seconds where no unit is given.
     */
    @DurationUnit(ChronoUnit.SECONDS)
    private Duration refreshInterval = Duration.ZERO;

    /** The hash function of signatures: sha1 (Flask's), sha256 or sha512. */
    private String signerDigest = "sha1";

    /** Whether the id of a session in a store is signed in the cookie. Needs a secret key. */
    private boolean useSigner;

    /**
     * What stands before a session's id in the key of its record: 64 printable ASCII characters at most, no blanks. Redis
     * and memcached need one.
     */
    private String keyPrefix = "session:";

    /** How many random bytes the id of a session in a store has, from 16 to 128. */
    private int idLength = 32;

    /**
     * Whether a store is shown hashes of ids, so that nobody who reads it, or measures its answers, learns one. Flask
     * peers do not find such sessions.
     */
    private boolean hashIds;

    /** How long an operation on a store may take; milliseconds where no unit is given. */
    private Duration storeTimeout = Duration.ofSeconds(2);

    /**
     * What becomes of a request whose session cannot be read, because the store fails: fail (503), or anonymous (an empty
     * session that cannot be changed). What cannot be saved always fails.
     */
    private String onStoreFailure = "fail";

    /** How sessions in stores are written: msgpack, json or pickle; all are read. Files are always pickle. */
    private String serializationFormat = "msgpack";

    /** The memcached servers, as host:port. Several are spread by ketama hashing. */
    private List<String> memcachedServers = new ArrayList<>(List.of("localhost:11211"));

    @NestedConfigurationProperty
    private final SessionCookieProperties cookie = new SessionCookieProperties();

    @NestedConfigurationProperty
    private final SessionFileProperties file = new SessionFileProperties();

    @NestedConfigurationProperty
    private final SessionMongodbProperties mongodb = new SessionMongodbProperties();

    @NestedConfigurationProperty
    private final SessionJdbcProperties jdbc = new SessionJdbcProperties();

    @NestedConfigurationProperty
    private final SessionCleanupProperties cleanup = new SessionCleanupProperties();

    @NestedConfigurationProperty
    private final SessionHttpSessionProperties httpSession = new SessionHttpSessionProperties();

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

    public boolean isUseSigner() {
        return useSigner;
    }

    public void setUseSigner(boolean useSigner) {
        this.useSigner = useSigner;
    }

    public String getKeyPrefix() {
        return keyPrefix;
    }

    public void setKeyPrefix(String keyPrefix) {
        this.keyPrefix = keyPrefix;
    }

    public int getIdLength() {
        return idLength;
    }

    public void setIdLength(int idLength) {
        this.idLength = idLength;
    }

    public boolean isHashIds() {
        return hashIds;
    }

    public void setHashIds(boolean hashIds) {
        this.hashIds = hashIds;
    }

    public Duration getStoreTimeout() {
        return storeTimeout;
    }

    public void setStoreTimeout(Duration storeTimeout) {
        this.storeTimeout = storeTimeout;
    }

    public String getOnStoreFailure() {
        return onStoreFailure;
    }

    public void setOnStoreFailure(String onStoreFailure) {
        this.onStoreFailure = onStoreFailure;
    }

    public String getSerializationFormat() {
        return serializationFormat;
    }

    public void setSerializationFormat(String serializationFormat) {
        this.serializationFormat = serializationFormat;
    }

    public List<String> getMemcachedServers() {
        return memcachedServers;
    }

    public void setMemcachedServers(List<String> memcachedServers) {
        this.memcachedServers = memcachedServers;
    }

    public SessionFileProperties getFile() {
        return file;
    }

    public SessionMongodbProperties getMongodb() {
        return mongodb;
    }

    public SessionJdbcProperties getJdbc() {
        return jdbc;
    }

    public SessionCleanupProperties getCleanup() {
        return cleanup;
    }

    public SessionHttpSessionProperties getHttpSession() {
        return httpSession;
    }

    public SessionCookieProperties getCookie() {
        return cookie;
    }
}
