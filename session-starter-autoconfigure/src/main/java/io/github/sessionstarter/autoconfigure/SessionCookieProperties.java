package io.github.sessionstarter.autoconfigure;

import org.jspecify.annotations.Nullable;

/** What is set under {@code session.cookie.*}. */
public class SessionCookieProperties {

    /** The session cookie's name. */
    private String name = "session";

    /** The domain whose hosts all get the cookie; without one only the host that set it does. */
    private @Nullable String domain;

    /** The path below which the cookie is sent. */
    private String path = "/";

    /** Whether scripts in the page cannot read the cookie. */
    private boolean httpOnly = true;

    /** Whether the cookie is sent over HTTPS only: true, false, or auto (as the request is that it answers). */
    private String secure = "auto";

    /** Which requests from other sites carry the cookie: lax, strict or none; omitted sends no such attribute. */
    private String sameSite = "lax";

    /** Whether the cookie belongs to the site at the top of the page (CHIPS). Implies secure. */
    private boolean partitioned;

    /** How many characters the Set-Cookie header may have; 0 is any number. Browsers stop at about 4096. */
    private int maxSize = 4093;

    /** What happens to a session that is too large for its cookie: the request fails (fail), or only warns (warn). */
    private String onOverflow = "fail";

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable String getDomain() {
        return domain;
    }

    public void setDomain(@Nullable String domain) {
        this.domain = domain;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public boolean isHttpOnly() {
        return httpOnly;
    }

    public void setHttpOnly(boolean httpOnly) {
        this.httpOnly = httpOnly;
    }

    public String getSecure() {
        return secure;
    }

    public void setSecure(String secure) {
        this.secure = secure;
    }

    public String getSameSite() {
        return sameSite;
    }

    public void setSameSite(String sameSite) {
        this.sameSite = sameSite;
    }

    public boolean isPartitioned() {
        return partitioned;
    }

    public void setPartitioned(boolean partitioned) {
        this.partitioned = partitioned;
    }

    public int getMaxSize() {
        return maxSize;
    }

    public void setMaxSize(int maxSize) {
        this.maxSize = maxSize;
    }

    public String getOnOverflow() {
        return onOverflow;
    }

    public void setOnOverflow(String onOverflow) {
        this.onOverflow = onOverflow;
    }
}
