package io.github.sessionstarter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import io.github.sessionstarter.FlashMessage;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.httpsession.shop.Cart;
import io.github.sessionstarter.httpsession.shop.Item;
import io.github.sessionstarter.store.memcached.ClientLog;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** What a native image is told of; whether one runs is not tested here. */
class RuntimeHintsTest {

    private static final String SHOP = "io.github.sessionstarter.httpsession.shop";

    private static RuntimeHints hints(String... properties) {
        return ProcessedApplication.of(Stream.of(properties)
                        .map(property -> property.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])))
                .hints();
    }

    @Test
    void propertiesAreBound() {
        assertThat(hints())
                .matches(reflection().onMethodInvocation(SessionProperties.class, "setSecretKey"))
                .matches(reflection().onMethodInvocation(SessionCookieProperties.class, "setSameSite"))
                .matches(reflection().onMethodInvocation(SessionFileProperties.class, "setDir"))
                .matches(reflection().onMethodInvocation(SessionMongodbProperties.class, "setDatabase"))
                .matches(reflection().onMethodInvocation(SessionJdbcProperties.class, "setTable"))
                .matches(reflection().onMethodInvocation(SessionCleanupProperties.class, "setInterval"))
                .matches(reflection().onMethodInvocation(SessionHttpSessionProperties.class, "setAllowedTypes"));
    }

    @Test
    void viewsCallTheSessionAndReadFlashedMessages() {
        assertThat(hints())
                .matches(reflection().onMethodInvocation(Session.class, "isPermanent"))
                .matches(reflection()
                        .onType(TypeReference.of("io.github.sessionstarter.web.TrackedSession"))
                        .withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS))
                .matches(reflection().onMethodInvocation(FlashMessage.class, "html"))
                .matches(reflection().onMethodInvocation(FlashMessage.class, "category"));
    }

    @Test
    void theFieldThatTellsRedisServersIsRead() {
        assertThat(hints("session.type=redis"))
                .matches(reflection().onFieldAccess(LettuceConnectionFactory.class, "configuration"));
        assertThat(hints())
                .matches(reflection()
                        .onFieldAccess(LettuceConnectionFactory.class, "configuration")
                        .negate());
    }

    @Test
    void memcachedsClientMakesItsLog() {
        assertThat(hints("session.type=memcached"))
                .matches(reflection().onConstructorInvocation(ClientLog.class.getConstructors()[0]));
    }

    @Test
    void anApplicationsOwnAttributesAreReadAndWritten() throws NoSuchMethodException {
        assertThat(hints("session.http-session.allowed-types=" + SHOP))
                .matches(reflection().onConstructorInvocation(Cart.class.getConstructor()))
                .matches(reflection().onMethodInvocation(Cart.class, "setItems"))
                .matches(reflection().onMethodInvocation(Item.class, "price"))
                .matches(reflection().onType(Item.Kind.class));
    }

    @Test
    void aTypeMayBeNamedByItselfAndAllowsThoseInside() {
        assertThat(hints("session.http-session.allowed-types=" + SHOP + ".Item"))
                .matches(reflection().onMethodInvocation(Item.class, "price"))
                .matches(reflection().onType(Item.Kind.class))
                .matches(reflection().onType(Cart.class).negate());
    }

    @Test
    void nothingIsSaidOfATypeThatIsNotAllowed() {
        assertThat(hints()).matches(reflection().onType(Cart.class).negate());
    }

    @Test
    void aPackageThatMayNotBeAllowedStopsTheProcessing() {
        assertThatThrownBy(() -> hints("session.http-session.allowed-types=java.util"))
                .hasRootCauseInstanceOf(SessionConfigurationException.class);
    }

    @Test
    void withoutHttpSessionNoAttributeIsRead() {
        assertThat(hints("session.http-session.enabled=false", "session.http-session.allowed-types=" + SHOP))
                .matches(reflection().onType(Cart.class).negate())
                .matches(reflection()
                        .onType(TypeReference.of("java.util.Collections$SingletonList"))
                        .negate());
    }

    @Test
    void conditionsAreThoseOfTheProcessing() {
        assertThat(ProcessedApplication.of(Map.of("session.type", "filesystem")).sources())
                .contains("FilesystemStoreConfiguration")
                .doesNotContain("CookieSessionConfiguration");
    }
}
