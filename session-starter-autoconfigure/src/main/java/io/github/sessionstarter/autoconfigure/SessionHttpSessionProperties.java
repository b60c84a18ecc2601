package io.github.sessionstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;

/** What is set under {@code session.http-session.*}. */
public class SessionHttpSessionProperties {

    /** Whether requests show their session as HttpSession too; if not, HttpSession is the servlet container's. */
    private boolean enabled = true;

    /**
     * Packages of the application, or classes, whose objects may be attributes of an HttpSession, kept as JSON with their
     * type.
     */
    private List<String> allowedTypes = new ArrayList<>();

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public List<String> getAllowedTypes() {
        return allowedTypes;
    }

    public void setAllowedTypes(List<String> allowedTypes) {
        this.allowedTypes = allowedTypes;
    }
}
