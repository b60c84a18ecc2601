package io.github.sessionstarter.httpsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.jackson.WebServletJacksonModule;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;

/** A native image finds what sessions name. */
class AttributeHintsTest {

    private final RuntimeHints hints = new RuntimeHints();

    AttributeHintsTest() {
        new AttributeHints().registerHints(hints, getClass().getClassLoader());
    }

    /** Values that an application may keep, of types that nobody names when they are put there. */
    static Stream<Object> values() {
        return Stream.of(
                List.of(1),
                List.of(1, 2, 3),
                List.of(1, 2, 3).subList(0, 2),
                Set.of(1),
                Set.of(1, 2, 3),
                Map.of("a", 1),
                Map.of("a", 1, "b", 2),
                Arrays.asList(1, 2),
                Collections.emptyList(),
                Collections.emptyMap(),
                Collections.emptySet(),
                Collections.singletonList(1),
                Collections.singleton(1),
                Collections.singletonMap("a", 1),
                Collections.unmodifiableList(new ArrayList<>()),
                Collections.unmodifiableMap(new TreeMap<>()),
                Collections.synchronizedList(new ArrayList<>()),
                Instant.EPOCH,
                Duration.ZERO,
                LocalDate.EPOCH,
                ZonedDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC),
                ZoneId.of("Europe/Vienna"),
                TimeZone.getTimeZone("Europe/Vienna"),
                Currency.getInstance("EUR"),
                new int[0]);
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesOfTheJdkAreFound(Object value) {
        assertThat(hints).matches(reflection().onType(value.getClass()));
    }

    @Test
    void whatIsAllowedByItsNameIsFoundAndMade() {
        assertThat(AllowedTypes.names())
                .allSatisfy(name -> assertThat(hints).matches(reflection().onType(TypeReference.of(name))));
        assertThat(hints)
                .matches(reflection().onConstructorInvocation(TreeMap.class.getConstructors()[0]));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                UsernamePasswordAuthenticationToken.class,
                SimpleGrantedAuthority.class,
                User.class,
                DefaultCsrfToken.class,
                DefaultSavedRequest.class
            })
    void whatSpringSecurityKeepsIsReadAndWritten(Class<?> type) {
        assertThat(hints)
                .matches(reflection().onType(type))
                .matches(reflection().onConstructorInvocation(type.getDeclaredConstructors()[0]));
    }

    @Test
    void springSecuritysModulesAreMade() throws NoSuchMethodException {
        assertThat(hints).matches(reflection().onConstructorInvocation(WebServletJacksonModule.class.getConstructor()));
    }
}
