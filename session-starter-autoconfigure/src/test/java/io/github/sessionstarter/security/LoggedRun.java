package io.github.sessionstarter.security;

import ch.qos.logback.classic.Level;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.repository.SessionIds;
import io.github.sessionstarter.security.Needles.Kind;
import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.TestServer;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import io.github.sessionstarter.signing.TimestampSigner;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All that can happen to a session, from the application's start to its end, and who logged something secret of it. */
final class LoggedRun {

    private static final String KEY = "d41c7e0b95a2f83660c9e17b";
    private static final String OLDER_KEY = "58f3b1a9c7046de2870f4c3e";

    private static LogCapture capture;

    private final Needles needles = new Needles();
    private final LoggedApplication logged;

    private LoggedRun(LoggedApplication logged) {
        this.logged = logged;
    }

    /** Who showed what, and where. */
    record Leak(String logger, Level level, Kind kind) {}

    static Set<Leak> of(LoggedApplication logged) {
        LoggedRun run = new LoggedRun(logged);
        try (LogCapture log = new LogCapture()) {
            capture = log;
            run.run();
            return run.leaksIn(log);
        }
    }

    private void run() {
        needles.add(Kind.KEY, KEY);
        needles.add(Kind.KEY, OLDER_KEY);
        needles.add(Kind.DATA, SecurityApplication.PRECIOUS);
        Map<String, String> properties = new HashMap<>(logged.properties());
        properties.put("session.secret-key", KEY);
        properties.put("session.secret-key-fallbacks", OLDER_KEY);
        properties.put("management.endpoints.web.exposure.include", "sessionstore,metrics");
        properties.put("management.endpoint.sessionstore.show-values", "always");
        try (TestServer server = TestServer.start(logged.container(), Captured.class, properties)) {
            capture.attach();
            use(server);
            misuse(server);
            damage(server.context().getBeanProvider(SessionStore.class), server);
            breakDown(server);
        }
    }

    /** The capture begins as soon as the application's own logging is set up. */
    @Configuration(proxyBeanMethods = false)
    @Import(SecurityApplication.class)
    static class Captured {

        @Bean
        static BeanFactoryPostProcessor attachCapture() {
            return beans -> capture.attach();
        }
    }

    private void get(Browser browser, String path) {
        browser.get(path);
        note(browser.cookie("session"));
    }

    private void note(String cookie) {
        if (cookie != null) {
            boolean isSignedId = cookie.matches("[^.]{43}\\.[^.]+");
            needles.add(isSignedId ? Kind.ID : Kind.COOKIE, isSignedId ? cookie.substring(0, 43) : cookie);
            needles.add(Kind.COOKIE, cookie);
        }
    }

    private void use(TestServer server) {
        SecurityApplication application = server.context().getBean(SecurityApplication.class);
        Browser browser = server.browser();
        get(browser, "/put?key=cart");
        get(browser, "/permanent");
        get(browser, "/login");
        get(browser, "/who");
        get(browser, "/untouched");
        get(browser, "/flash");
        get(browser, "/flashes");
        get(browser, "/exception");
        get(browser, "/too-large?flush=false");
        Browser other = server.browser();
        other.setCookie("session", browser.cookie("session"));
        application.meanwhile = () -> get(other, "/put?key=conflict");
        get(browser, "/slow");
        application.meanwhile = () -> get(other, "/logout");
        get(browser, "/slow");
        application.meanwhile = () -> {};
        get(browser, "/login");
        operate(browser);
        get(browser, "/logout");
    }

    private static void operate(Browser browser) {
        String sid = "{\"sid\": \"" + browser.cookie("session") + "\"}";
        browser.get("/actuator/sessionstore");
        browser.get("/actuator/metrics/session.store");
        browser.post("/actuator/sessionstore/describe", sid);
        browser.post("/actuator/sessionstore/delete", sid);
        browser.post("/actuator/sessionstore/delete?sid=", sid);
        browser.post("/actuator/sessionstore/purge", "{}");
    }

    private void misuse(TestServer server) {
        String unknown = UUID.randomUUID() + "-unknown";
        String expired = "eyJhIjoxfQ";
        Signer cookies = new Signer(SecretKeys.of(KEY), "cookie-session", KeyDerivation.HMAC, Digest.SHA1);
        Clock longAgo = Clock.offset(Clock.systemUTC(), Duration.ofDays(-100));
        byte[] old = new TimestampSigner(cookies, longAgo).sign(expired.getBytes(StandardCharsets.US_ASCII));
        needles.add(Kind.ID, unknown);
        String forged = UUID.randomUUID() + ".forged." + UUID.randomUUID();
        for (String cookie : Set.of(
                forged,
                new String(old, StandardCharsets.US_ASCII),
                cookies.sign(cookies.sign(unknown)),
                ids().sign(unknown))) {
            Browser browser = server.browser();
            browser.setCookie("session", cookie);
            needles.add(Kind.COOKIE, cookie);
            get(browser, "/who");
            get(browser, "/put?key=a");
        }
    }

    private static Signer ids() {
        return new Signer(SecretKeys.of(KEY), SessionIds.SALT, KeyDerivation.HMAC, Digest.SHA1);
    }

    private void damage(ObjectProvider<SessionStore> stores, TestServer server) {
        stores.ifAvailable(store -> {
            String id = UUID.randomUUID() + "-damaged";
            byte[] value =
                    ("{\"a\": \"" + SecurityApplication.PRECIOUS + "\", damaged").getBytes(StandardCharsets.US_ASCII);
            needles.add(Kind.ID, id);
            store.insert("session:" + id, value, Duration.ofMinutes(1));
            Browser browser = server.browser();
            browser.setCookie("session", ids().sign(id));
            get(browser, "/who");
            get(browser, "/slow");
        });
    }

    private void breakDown(TestServer server) {
        SecurityApplication application = server.context().getBean(SecurityApplication.class);
        Browser browser = server.browser();
        get(browser, "/login");
        application.meanwhile = () -> logged.breakage().of(server.context());
        get(browser, "/slow");
        get(browser, "/who");
        get(browser, "/untouched");
        get(browser, "/login");
    }

    private Set<Leak> leaksIn(LogCapture log) {
        Set<Leak> leaks = new LinkedHashSet<>();
        for (LogCapture.Line line : log.lines()) {
            for (Kind kind : needles.in(line.text())) {
                leaks.add(new Leak(line.logger(), line.level(), kind));
            }
        }
        return leaks;
    }
}
