package io.github.sessionstarter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.sessionstarter.signing.SecretKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Flask's own names, as an application finds them when it moves. */
class FlaskEnvironmentPostProcessorTest {

    private static SessionProperties bind(StandardEnvironment environment) {
        new FlaskEnvironmentPostProcessor(Supplier::get).postProcessEnvironment(environment, new SpringApplication());
        return Binder.get(environment).bindOrCreate("session", SessionProperties.class);
    }

    private static StandardEnvironment bare() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        return environment;
    }

    private static SessionProperties inFile(Map<String, Object> properties) {
        StandardEnvironment environment = bare();
        environment.getPropertySources().addFirst(new MapPropertySource("file", properties));
        return bind(environment);
    }

    private static SessionProperties inEnvironment(Map<String, Object> variables) {
        StandardEnvironment environment = bare();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
        return bind(environment);
    }

    private static Map<String, Object> everything(String prefix) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(prefix + "SECRET_KEY", "key");
        all.put(prefix + "SECRET_KEY_FALLBACKS", "[\"a\",\"b,c\"]");
        all.put(prefix + "SESSION_TYPE", "null");
        all.put(prefix + "SESSION_PERMANENT", "true");
        all.put(prefix + "PERMANENT_SESSION_LIFETIME", "3600");
        all.put(prefix + "SESSION_REFRESH_EACH_REQUEST", "False");
        all.put(prefix + "SESSION_COOKIE_NAME", "sid");
        all.put(prefix + "SESSION_COOKIE_DOMAIN", "example.com");
        all.put(prefix + "SESSION_COOKIE_PATH", "/shop");
        all.put(prefix + "SESSION_COOKIE_HTTPONLY", "false");
        all.put(prefix + "SESSION_COOKIE_SECURE", "True");
        all.put(prefix + "SESSION_COOKIE_SAMESITE", "None");
        all.put(prefix + "SESSION_COOKIE_PARTITIONED", "true");
        all.put(prefix + "MAX_COOKIE_SIZE", "100");
        return all;
    }

    private static void assertEverything(SessionProperties bound) {
        assertThat(bound.getSecretKey()).isEqualTo("key");
        assertThat(bound.getSecretKeyFallbacks()).isEqualTo(List.of("a", "b,c"));
        assertThat(bound.getPermanent()).isTrue();
        assertThat(bound.getLifetime()).isEqualTo(Duration.ofHours(1));
        assertThat(bound.isRefreshEachRequest()).isFalse();
        assertThat(bound.getCookie().getName()).isEqualTo("sid");
        assertThat(bound.getCookie().getDomain()).isEqualTo("example.com");
        assertThat(bound.getCookie().getPath()).isEqualTo("/shop");
        assertThat(bound.getCookie().isHttpOnly()).isFalse();
        assertThat(bound.getCookie().getSecure()).isEqualToIgnoringCase("true");
        assertThat(bound.getCookie().getSameSite()).isEqualToIgnoringCase("none");
        assertThat(bound.getCookie().isPartitioned()).isTrue();
        assertThat(bound.getCookie().getMaxSize()).isEqualTo(100);
    }

    @Test
    void everyNameWorksInAFile() {
        assertEverything(inFile(everything("")));
        assertThat(inFile(everything("")).getType()).isEqualTo("null");
    }

    @Test
    void everyNameWorksInTheEnvironment() {
        assertEverything(inEnvironment(everything("")));
    }

    @Test
    void everyNameWorksBehindFlasksPrefix() {
        assertEverything(inFile(everything("FLASK_")));
        assertEverything(inEnvironment(everything("FLASK_")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "\"quoted\", quoted",
                "plain, plain",
                "123456789012345678901234567890, 123456789012345678901234567890",
                "0123, 0123",
                "1e3, 1e3",
                "not json {, not json {"
            })
    void aPrefixedValueIsJsonWhereItCanBe(String value, String key) {
        assertThat(inEnvironment(Map.of("FLASK_SECRET_KEY", value)).getSecretKey())
                .isEqualTo(key);
    }

    @Test
    void aPlainValueIsTakenAsItStands() {
        assertThat(inFile(Map.of("SECRET_KEY", "\"quoted\"")).getSecretKey()).isEqualTo("\"quoted\"");
    }

    @Test
    void jsonsNullSetsNothing() {
        SessionProperties bound =
                inEnvironment(Map.of("FLASK_SESSION_COOKIE_DOMAIN", "null", "FLASK_SESSION_COOKIE_NAME", "null"));

        assertThat(bound.getCookie().getDomain()).isNull();
        assertThat(bound.getCookie().getName()).isEqualTo("session");
    }

    @Test
    void pythonsNoneAsYamlHasItSetsNothing() {
        SessionProperties bound = inFile(Map.of("SESSION_COOKIE_NAME", ""));

        assertThat(bound.getCookie().getName()).isEqualTo("session");
    }

    @Test
    void noneForSameSiteIsNoSuchAttributeAsInFlask() {
        assertThat(inEnvironment(Map.of("FLASK_SESSION_COOKIE_SAMESITE", "null"))
                        .getCookie()
                        .getSameSite())
                .isEqualTo("omitted");
        assertThat(inFile(Map.of("SESSION_COOKIE_SAMESITE", "")).getCookie().getSameSite())
                .isEqualTo("omitted");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false", "true, true", "False, false"})
    void aNumberForSecureIsATruth(String value, boolean secure) {
        for (String name : List.of("SESSION_COOKIE_SECURE", "FLASK_SESSION_COOKIE_SECURE")) {
            SessionProperties bound = inEnvironment(Map.of(name, value));

            assertThat(CookieAttributes.of(bound.getCookie()).secure()).isEqualTo(secure);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"timedelta(days=31)", "31 days", "3600.5"})
    void aLifetimeThatIsNoneIsToldByFlasksName(String lifetime) {
        assertThatExceptionOfType(SessionConfigurationException.class)
                .isThrownBy(() -> inEnvironment(Map.of("FLASK_PERMANENT_SESSION_LIFETIME", lifetime)))
                .withMessage("PERMANENT_SESSION_LIFETIME is no length of time.")
                .satisfies(e -> assertThat(e.action()).contains("seconds, or to a duration as 31d"));
    }

    @Test
    void aLifetimeOfOursWinsOverOneOfFlasksThatIsNone() {
        SessionProperties bound =
                inFile(Map.of("PERMANENT_SESSION_LIFETIME", "timedelta(days=31)", "session.lifetime", "1h"));

        assertThat(bound.getLifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aLifetimeMayBeAPlaceholder() {
        assertThat(inFile(Map.of("PERMANENT_SESSION_LIFETIME", "${shop.days}d", "shop.days", "2"))
                        .getLifetime())
                .isEqualTo(Duration.ofDays(2));
    }

    @Test
    void anEmptyTypeIsNotPassedOverInSilence() {
        assertThat(inFile(Map.of("SESSION_TYPE", "")).getType()).isEmpty();
    }

    @Test
    void aNumberInYamlIsStillKnownAsOne() {
        StandardEnvironment environment = bare();
        environment.getPropertySources().addFirst(new MapPropertySource("yaml", Map.of("SECRET_KEY", 1234L)));

        assertThat(bind(environment).getSecretKey()).isEqualTo("1234");
        assertThat(environment.getProperty("session.secret-key", Object.class)).isEqualTo(1234L);
    }

    @Test
    void aKeyThatLooksLikeANotationOfOursIsATextAsToFlask() {
        String key = inFile(Map.of("SECRET_KEY", "hex:0011")).getSecretKey();

        assertThat(SecretKeys.parse(key)).isEqualTo("hex:0011".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDollarSignInASecretIsNoPlaceholder() {
        assertThat(inEnvironment(Map.of("FLASK_SECRET_KEY", "a${b}c", "SECRET_KEY_FALLBACKS", "[\"d${e}\"]"))
                        .getSecretKey())
                .isEqualTo("a${b}c");
    }

    @Test
    void onlyWhatIsAListInFlaskIsReadAsOne() {
        SessionProperties bound = inEnvironment(
                Map.of("FLASK_SECRET_KEY", "[\"a\"]", "FLASK_SECRET_KEY_FALLBACKS", "[[\"x\"],{\"y\":1},2]"));

        assertThat(bound.getSecretKey()).isEqualTo("[\"a\"]");
        assertThat(bound.getSecretKeyFallbacks()).isEqualTo(List.of("[\"x\"]", "{\"y\":1}", "2"));
    }

    @Test
    void theNamesOfFlaskSessionWorkToo() {
        SessionProperties bound = inEnvironment(Map.ofEntries(
                Map.entry("SESSION_USE_SIGNER", "True"),
                Map.entry("SESSION_KEY_PREFIX", "shop:"),
                Map.entry("SESSION_ID_LENGTH", "64"),
                Map.entry("SESSION_SERIALIZATION_FORMAT", "json"),
                Map.entry("SESSION_MEMCACHED", "one:11211"),
                Map.entry("SESSION_FILE_DIR", "/tmp/s"),
                Map.entry("SESSION_FILE_THRESHOLD", "5"),
                Map.entry("SESSION_FILE_MODE", "384"),
                Map.entry("SESSION_MONGODB_DB", "d"),
                Map.entry("SESSION_MONGODB_COLLECT", "c"),
                Map.entry("SESSION_SQLALCHEMY_TABLE", "t"),
                Map.entry("SESSION_SQLALCHEMY_SCHEMA", "s")));

        assertThat(bound.isUseSigner()).isTrue();
        assertThat(bound.getKeyPrefix()).isEqualTo("shop:");
        assertThat(bound.getIdLength()).isEqualTo(64);
        assertThat(bound.getSerializationFormat()).isEqualTo("json");
        assertThat(bound.getMemcachedServers()).containsExactly("one:11211");
        assertThat(bound.getFile().getDir()).isEqualTo("/tmp/s");
        assertThat(bound.getFile().getThreshold()).isEqualTo(5);
        assertThat(bound.getFile().getMode()).isEqualTo("384");
        assertThat(bound.getMongodb().getDatabase()).isEqualTo("d");
        assertThat(bound.getMongodb().getCollection()).isEqualTo("c");
        assertThat(bound.getJdbc().getTable()).isEqualTo("t");
        assertThat(bound.getJdbc().getSchema()).isEqualTo("s");
    }

    @Test
    void severalMemcachedServersAreAList() {
        assertThat(inFile(Map.of("SESSION_MEMCACHED", "[\"one:1\",\"two:2\"]")).getMemcachedServers())
                .containsExactly("one:1", "two:2");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatHasNoCounterpartIsWarnedOfByName(CapturedOutput output) {
        inFile(Map.of("SESSION_SQLALCHEMY_SEQUENCE", "precious"));

        assertThat(output)
                .contains("SESSION_SQLALCHEMY_SEQUENCE has no effect here")
                .doesNotContain("precious");
    }

    @Test
    void aListMayStandInYaml() {
        Map<String, Object> yaml = Map.of("SECRET_KEY_FALLBACKS[0]", "a", "SECRET_KEY_FALLBACKS[1]", "b,c");

        assertThat(inFile(yaml).getSecretKeyFallbacks()).isEqualTo(List.of("a", "b,c"));
    }

    @Test
    void ourOwnNamesWinWhereverTheyStand() {
        StandardEnvironment environment = bare();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "systemEnvironment", Map.of("SECRET_KEY", "flask's", "FLASK_SESSION_COOKIE_NAME", "flask's")));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "file", Map.of("session.secret-key", "ours", "session.cookie.name", "ours")));

        SessionProperties bound = bind(environment);

        assertThat(bound.getSecretKey()).isEqualTo("ours");
        assertThat(bound.getCookie().getName()).isEqualTo("ours");
    }

    @Test
    void theApplicationRootIsThePathWhereNoOtherIsSet() {
        assertThat(inFile(Map.of("APPLICATION_ROOT", "/app")).getCookie().getPath())
                .isEqualTo("/app");
        assertThat(inFile(Map.of("APPLICATION_ROOT", "/app", "SESSION_COOKIE_PATH", "/shop"))
                        .getCookie()
                        .getPath())
                .isEqualTo("/shop");
    }

    @Test
    void theApplicationRootOfAContainerIsAnotherThing() {
        Map<String, Object> variables = Map.of("APPLICATION_ROOT", "/opt/app");

        assertThat(inEnvironment(variables).getCookie().getPath()).isEqualTo("/");
        assertThat(inEnvironment(Map.of("FLASK_APPLICATION_ROOT", "/app"))
                        .getCookie()
                        .getPath())
                .isEqualTo("/app");
    }

    @Test
    void withoutFlasksNamesNothingIsAdded() {
        StandardEnvironment environment = bare();

        bind(environment);

        assertThat(environment.getPropertySources().contains("flask")).isFalse();
    }
}
