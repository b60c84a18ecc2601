package io.github.sessionstarter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.FlashMessages;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.repository.CookieSessionRepository;
import io.github.sessionstarter.repository.NullSessionRepository;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import io.github.sessionstarter.web.CurrentSession;
import io.github.sessionstarter.web.SessionFilter;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

class SessionAutoConfigurationTest {

    private static final String KEY = "session.secret-key=a secret key of the tests";

    private final WebApplicationContextRunner runner =
            new WebApplicationContextRunner().withConfiguration(AutoConfigurations.of(SessionAutoConfiguration.class));

    @Test
    void aSecretKeyIsAllItTakes() {
        runner.withPropertyValues(KEY).run(context -> {
            assertThat(context).hasSingleBean(Session.class).hasSingleBean(FlashMessages.class);
            assertThat(context.getBean(SessionRepository.class)).isInstanceOf(CookieSessionRepository.class);
        });
    }

    @Test
    void noBeanHasANameThatOthersUse() {
        runner.withPropertyValues(KEY).run(context -> assertThat(context.getBeanDefinitionNames())
                .doesNotContain("session", "sessionRepository"));
    }

    @Test
    void theFilterIsNearTheFrontAndSeesAllDispatchesButIncludes() {
        runner.withPropertyValues(KEY).run(context -> {
            FilterRegistrationBean<?> registration = context.getBean(FilterRegistrationBean.class);
            assertThat(registration.getFilter()).isInstanceOf(SessionFilter.class);
            assertThat(registration.getOrder()).isEqualTo(SessionFilter.DEFAULT_ORDER);
            assertThat(registration.determineDispatcherTypes())
                    .containsExactlyInAnyOrder(
                            DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ASYNC, DispatcherType.ERROR);
        });
    }

    @Test
    void doesNothingOutsideAServletApplication() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SessionAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(Session.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"session.secret-key=", "session.type=none", "session.type=null"})
    void withoutAKeyOrATypeThereIsTheNullSession(String property) {
        runner.withPropertyValues(property).run(context -> assertThat(context.getBean(SessionRepository.class))
                .isInstanceOf(NullSessionRepository.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "COOKIE", " Cookie "})
    void theTypeIsReadInAnyCase(String type) {
        runner.withPropertyValues(KEY, "session.type=" + type)
                .run(context -> assertThat(context.getBean(SessionRepository.class))
                        .isInstanceOf(CookieSessionRepository.class));
    }

    @Test
    void theApplicationsOwnBeansComeFirst() {
        runner.withPropertyValues(KEY).withUserConfiguration(Own.class).run(context -> {
            assertThat(context).hasSingleBean(SessionRepository.class);
            assertThat(context)
                    .hasSingleBean(Session.class)
                    .getBean(Session.class)
                    .isSameAs(Own.SESSION);
            assertThat(context).hasSingleBean(FlashMessages.class);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Own implements SessionRepository {

        static final Session SESSION = new CurrentSession();

        @Override
        public Opened open(@Nullable String cookieValue) {
            return Opened.fresh();
        }

        @Override
        public CookieAction save(Opened opened, Changes changes) {
            return new CookieAction.Keep();
        }

        @Bean
        Session mine() {
            return SESSION;
        }
    }

    @Test
    void theApplicationsClockIsTheClockOfSigning() {
        runner.withPropertyValues(KEY).withBean(Clock.class, () -> fixed(1_000)).run(context -> {
            SessionRepository repository = context.getBean(SessionRepository.class);
            String cookie = sign(repository, Map.of("a", 1));

            assertThat(repository.open(cookie).isNew()).isFalse();
            runner.withPropertyValues(KEY).run(now -> assertThat(
                            now.getBean(SessionRepository.class).open(cookie).rejection())
                    .isEqualTo(Opened.Rejection.EXPIRED));
        });
    }

    private static Clock fixed(long second) {
        return Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    }

    private static String sign(SessionRepository repository, Map<String, @Nullable Object> data) {
        CookieAction action = repository.save(Opened.existing(data), new Changes(data, Set.of("a"), false, true));
        return ((CookieAction.SetValue) action).value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "SHA512"})
    void theDigestOfTheSignatureIsAProperty(String digest) {
        runner.withPropertyValues(KEY, "session.signer-digest=" + digest)
                .run(context -> assertThat(sign(context.getBean(SessionRepository.class), Map.of("a", 1)))
                        .hasSizeGreaterThan(60));
    }

    @Test
    void aPermanentCookieSessionByDefaultIsNotSentUntilSomethingIsInIt() {
        runner.withPropertyValues(KEY, "session.permanent=true").run(context -> {
            SessionRepository repository = context.getBean(SessionRepository.class);
            Opened opened = repository.open(null);

            assertThat(opened.data()).containsEntry(Session.PERMANENT, true);
            assertThat(repository.save(opened, new Changes(opened.data(), Set.of(), false, false)))
                    .isInstanceOf(CookieAction.Keep.class);
            assertThat(repository.save(opened, new Changes(opened.data(), Set.of("a"), false, true)))
                    .isInstanceOf(CookieAction.SetValue.class);
        });
    }

    @Test
    void aSessionIsRefreshedAgainAfterTheInterval() {
        Map<String, @Nullable Object> data = Map.of(Session.PERMANENT, true);
        Changes untouched = new Changes(data, Set.of(), false, false);
        runner.withPropertyValues(KEY, "session.refresh-interval=5m")
                .withBean(Clock.class, () -> fixed(1_000))
                .run(context -> {
                    SessionRepository repository = context.getBean(SessionRepository.class);
                    Opened justRefreshed = Opened.existing(data).withMemory(Instant.ofEpochSecond(701));
                    Opened due = Opened.existing(data).withMemory(Instant.ofEpochSecond(700));

                    assertThat(repository.save(justRefreshed, untouched)).isInstanceOf(CookieAction.Keep.class);
                    assertThat(repository.save(due, untouched)).isInstanceOf(CookieAction.SetValue.class);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "session.type=|session.type is empty",
                "session.type=rediss|session.type is 'rediss'",
                "session.cookie.secure=maybe|session.cookie.secure is 'maybe'",
                "session.cookie.same-site=loose|session.cookie.same-site is 'loose'",
                "session.cookie.same-site=none|needs a secure cookie",
                "session.cookie.partitioned=true,session.cookie.secure=false|session.cookie.partitioned needs a secure",
                "session.cookie.on-overflow=cry|session.cookie.on-overflow is 'cry'",
                "session.cookie.max-size=-1|session.cookie.max-size is negative",
                "session.cookie.name=a b|session.cookie.name has a character",
                "session.cookie.name=|session.cookie.name has a character",
                "session.cookie.name=a=b|session.cookie.name has a character",
                "session.cookie.name=__Host-s|begins with __Host-",
                "session.cookie.name=__Secure-s|begins with __Secure-",
                "session.cookie.path=shop|session.cookie.path must begin with '/'",
                "session.cookie.path=/a;b|session.cookie.path must begin with '/'",
                "session.cookie.domain=a;b|session.cookie.domain is no domain name",
                "session.cookie.domain=https://example.com|session.cookie.domain is no domain name",
                "session.lifetime=0|session.lifetime must be",
                "session.lifetime=-1s|session.lifetime must be",
                "session.lifetime=9999999d|session.lifetime must be",
                "session.refresh-interval=31d|session.refresh-interval must not",
                "session.signer-digest=md5|session.signer-digest is 'md5'",
                "session.secret-key=precious|session.secret-key has 8 bytes",
                "session.secret-key=hex:0011|session.secret-key has 2 bytes",
                "session.secret-key=hex:precious|session.secret-key cannot be read",
                "session.secret-key=base64:*precious*|session.secret-key cannot be read",
                "session.secret-key=you-will-never-guess|well-known",
                "session.secret-key=base64:eW91LXdpbGwtbmV2ZXItZ3Vlc3M=|well-known",
                "session.secret-key=hex:192b9bdd22ab9ed4d12e236c78afcb9a393ec15f71bbf5dc987d54727823bcbf|well-known",
                "session.cookie.domain=.|session.cookie.domain is no domain name",
                "session.secret-key=xxxxxxxxxxxxxxxxxxxxxxxx|session.secret-key repeats a few bytes",
                "session.secret-key=django-insecure-precious-precious|well-known",
                "session.secret-key-fallbacks=precious|session.secret-key-fallbacks[0] has 8 bytes",
                "session.secret-key=<your-secret-key-goes-here>|well-known",
                "session.secret-key=precious-${MISSING_SECRET_KEY}|session.secret-key has a placeholder ${…} in it",
                "session.secret-key=base64:${MISSING_SECRET_KEY}|session.secret-key has a placeholder ${…} in it",
                "session.secret-key=${a precious key}|session.secret-key has a placeholder ${…} in it"
            })
    void whatIsWrongStopsTheApplicationAndSaysWhatToDo(String property, String message) {
        runner.withPropertyValues(KEY).withPropertyValues(property.split(",")).run(context -> {
            Throwable failure = context.getStartupFailure();
            assertThat(failure).isNotNull();
            String analysis = describe(failure);
            assertThat(analysis).contains(message);
            assertThat(everyMessage(failure) + analysis).doesNotContain("precious");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "session.secret-key, ${MISSING_SECRET_KEY}, MISSING_SECRET_KEY",
        "session.secret-key, ${K}, K",
        "session.secret-key, ${visits.secret-key}, VISITS_SECRET_KEY",
        "session.secret-key-fallbacks[0], ${OLDER_SECRET_KEY}, OLDER_SECRET_KEY"
    })
    void aPlaceholderThatNothingResolvesIsNoKey(String property, String placeholder, String variable) {
        runner.withPropertyValues(KEY, property + "=" + placeholder, "session.allow-weak-secret-key=true")
                .run(context -> {
                    var analysis = new SessionConfigurationFailureAnalyzer().analyze(context.getStartupFailure());

                    assertThat(analysis.getDescription())
                            .isEqualTo(property + " is the placeholder " + placeholder + ", which nothing resolves.");
                    assertThat(analysis.getAction()).contains("export " + variable + "=$(openssl rand -hex 32)");
                });
    }

    @Test
    void aPlaceholderThatNothingResolvesSignsNoIds() {
        runner.withBean(SessionStore.class, () -> new MemorySessionStore(Clock.systemUTC()))
                .withPropertyValues("session.use-signer=true", "session.secret-key=${MISSING_SECRET_KEY}")
                .run(context -> assertThat(describe(context.getStartupFailure()))
                        .contains("is the placeholder ${MISSING_SECRET_KEY}"));
    }

    @Test
    void aPlaceholderThatIsResolvedIsAKey() {
        runner.withPropertyValues("session.secret-key=${visits.key}", "visits.key=a secret key of the tests")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void yamlsNullForATypeIsToldToNeedQuotes() {
        runner.withPropertyValues(KEY, "session.type=")
                .run(context -> assertThat(new SessionConfigurationFailureAnalyzer()
                                .analyze(context.getStartupFailure())
                                .getAction())
                        .contains("cookie, redis", "YAML takes null for nothing: put it in quotes, or write none."));
    }

    private static String describe(Throwable failure) {
        var analysis = new SessionConfigurationFailureAnalyzer().analyze(failure);
        assertThat(analysis.getAction()).isNotBlank();
        return analysis.getDescription();
    }

    private static String everyMessage(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            messages.append(t.getMessage()).append('\n');
        }
        return messages.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session.cookie.name=__Host-session",
                "session.cookie.name=__Secure-session",
                "session.cookie.same-site=None",
                "session.cookie.partitioned=true",
                "session.cookie.domain=.bücher.example",
                "session.cookie.domain=False"
            })
    void whatNeedsASecureCookieStartsWithOne(String property) {
        runner.withPropertyValues(KEY, "session.cookie.secure=true", property)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void weakKeysMayBeAllowed() {
        runner.withPropertyValues(
                        "session.secret-key=dev",
                        "session.secret-key-fallbacks=a,b",
                        "session.allow-weak-secret-key=true")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"session.type=cookie", "session.use-signer=true"})
    @ExtendWith(OutputCaptureExtension.class)
    void aNumberForAKeyIsWarnedOfWithoutShowingIt(String property, CapturedOutput output) {
        WebApplicationContextRunner kept = property.startsWith("session.use-signer")
                ? runner.withBean(SessionStore.class, () -> new MemorySessionStore(Clock.systemUTC()))
                : runner;
        kept.withPropertyValues(property)
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("yaml", Map.of("session.secret-key", 8305172946018372645L))))
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).contains("session.secret-key stands as a number").doesNotContain("8305172946018372645");
    }

    @Test
    void theActuatorShowsNoKey() {
        runner.withPropertyValues(KEY).run(context -> {
            for (String name : new String[] {
                "session.secret-key",
                "session.secretKeyFallbacks[0]",
                "SESSION_SECRETKEY",
                "SECRET_KEY",
                "FLASK_SECRET_KEY_FALLBACKS"
            }) {
                assertThat(sanitized(context, name)).as(name).isEqualTo("******");
            }
            assertThat(sanitized(context, "session.cookie.name")).isEqualTo("precious");
        });
    }

    private static @Nullable Object sanitized(AssertableWebApplicationContext context, String name) {
        return context.getBean(SanitizingFunction.class)
                .apply(new SanitizableData(null, name, "precious"))
                .getValue();
    }

    @Test
    void worksWithoutTheActuator() {
        runner.withPropertyValues(KEY)
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Session.class));
    }

    @Test
    void aGapInTheFallbacksIsToldWithoutTheKeyBehindIt() {
        runner.withPropertyValues(
                        KEY, "session.secret-key-fallbacks[0]=an older key", "session.secret-key-fallbacks[2]=precious")
                .run(context -> {
                    var analysis = new SecretBindFailureAnalyzer().analyze(context.getStartupFailure());

                    assertThat(analysis.getDescription())
                            .contains("session.secret-key-fallbacks[2]")
                            .doesNotContain("precious");
                    assertThat(analysis.getCause().getMessage()).doesNotContain("precious");
                });
    }

    @Test
    void otherBindFailuresAreLeftToSpringBoot() {
        runner.withPropertyValues(KEY, "session.lifetime=soon")
                .run(context -> assertThat(new SecretBindFailureAnalyzer().analyze(context.getStartupFailure()))
                        .isNull());
    }

    @Test
    void aLifetimeWithoutAUnitIsSeconds() {
        runner.withPropertyValues(KEY, "session.lifetime=3600").run(context -> assertThat(
                        context.getBean(SessionProperties.class).getLifetime())
                .isEqualTo(Duration.ofHours(1)));
    }
}
