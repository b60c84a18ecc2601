package io.github.sessionstarter.autoconfigure;

import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What is set under {@code management.endpoint.sessionstore.*}, beside what Spring Boot reads there itself. */
@ConfigurationProperties("management.endpoint.sessionstore")
public class SessionStoreEndpointProperties {

    /** When the values of a session that is described are shown. */
    private Show showValues = Show.NEVER;

    /** Roles to whom values are shown when authorized. When empty, all who have logged in are authorized. */
    private final Set<String> roles = new HashSet<>();

    public Show getShowValues() {
        return showValues;
    }

    public void setShowValues(Show showValues) {
        this.showValues = showValues;
    }

    public Set<String> getRoles() {
        return roles;
    }
}
