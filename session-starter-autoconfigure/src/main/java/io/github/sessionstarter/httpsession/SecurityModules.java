package io.github.sessionstarter.httpsession;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.jackson.SecurityJacksonModules;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/** What Spring Security keeps in sessions, as JSON: its own modules, and what they leave open. */
final class SecurityModules {

    private SecurityModules() {}

    /**
     * The modules.
     *
     * @param rules gets the types that they write
     * @param ownCookies the names of the cookies that a saved request is to forget
     */
    static List<JacksonModule> of(
            ClassLoader loader, BasicPolymorphicTypeValidator.Builder rules, Set<String> ownCookies) {
        List<JacksonModule> modules = new ArrayList<>(SecurityJacksonModules.getModules(loader, rules));
        // a log in that fails leaves its exception for the log-in page; the modules know but one kind
        rules.allowIfSubType(AuthenticationException.class);
        modules.add(new SimpleModule("authentication failures")
                .setMixInAnnotation(AuthenticationException.class, AuthenticationFailure.class)
                .setMixInAnnotation(BadCredentialsException.class, AuthenticationFailure.class));
        modules.add(new SimpleModule("saved requests").setSerializerModifier(new SavedRequestCookies(ownCookies)));
        return modules;
    }

    /** Its message and no more. */
    @JsonIgnoreProperties({"cause", "stackTrace", "suppressed", "localizedMessage", "authenticationRequest"})
    private interface AuthenticationFailure {}
}
