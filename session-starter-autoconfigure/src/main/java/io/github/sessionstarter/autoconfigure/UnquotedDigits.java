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

    private UnquotedDigits() {}

    static void warnAbout(Environment environment) {
        warnAbout("session.secret-key", environment);
        for (int i = 0; warnAbout("session.secret-key-fallbacks[" + i + "]", environment); i++) {
            // the next one
        }
    }

    /** Whether the property is set. */
    private static boolean warnAbout(String name, Environment environment) {
        ConfigurationPropertyName property = ConfigurationPropertyName.of(name);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty found = source.getConfigurationProperty(property);
            if (found != null) {
                if (found.getValue() instanceof Number) {
                    log.warn(name + " stands as a number in " + found.getOrigin()
                            + ", and may not be what was written there: put it in quotes");
                }
                return true;
            }
        }
        return false;
    }
}
