package io.github.sessionstarter.autoconfigure;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Warns of a secret key of digits that stands in YAML without quotes: YAML makes a number of it, and a number loses its
 * leading zeros and its underscores.
 */
final class UnquotedDigits {

    private static final Log log = LogFactory.getLog(UnquotedDigits.class);

    private static final ConfigurationPropertyName SECRET_KEY = ConfigurationPropertyName.of("session.secret-key");

    private UnquotedDigits() {}

    static void warnAbout(Environment environment) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(SECRET_KEY);
            if (property != null) {
                if (property.getValue() instanceof Number) {
                    log.warn("session.secret-key stands as a number in " + property.getOrigin()
                            + ", and may not be what was written there: put it in quotes");
                }
                return;
            }
        }
    }
}
