package io.github.sessionstarter.httpsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.httpsession.shop.Cart;
import io.github.sessionstarter.httpsession.shop.Forgetful;
import io.github.sessionstarter.httpsession.shop.Item;
import io.github.sessionstarter.httpsession.shop.Unwritable;
import io.github.sessionstarter.repository.CookieSessionRepository;
import io.github.sessionstarter.repository.SessionIds;
import io.github.sessionstarter.repository.SessionLifetime;
import io.github.sessionstarter.repository.StoreSessionRepository;
import io.github.sessionstarter.serialization.Msgpack;
import io.github.sessionstarter.serialization.Pickle;
import io.github.sessionstarter.serialization.PlainJson;
import io.github.sessionstarter.serialization.SessionFormat;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.util.WebUtils;

/** Attributes come back as they were put there, in whatever format the session is kept; and Flask can read what it can. */
@ExtendWith(OutputCaptureExtension.class)
class AttributeTest {

    private static final SessionLifetime LIFETIME =
            new SessionLifetime(Duration.ofDays(31), false, true, Duration.ZERO);

    private static SessionRepository cookie() {
        return new CookieSessionRepository(
                SecretKeys.of("a secret key of the tests", List.of()), Digest.SHA1, LIFETIME, Clock.systemUTC());
    }

    private static SessionRepository store(SessionFormat format) {
        return new StoreSessionRepository(
                new MemorySessionStore(Clock.systemUTC()),
                format,
                new SessionIds("session:", 32, false, null),
                LIFETIME,
                Clock.systemUTC());
    }

    static Stream<SessionRepository> repositories() {
        return Stream.of(
                cookie(), store(new Msgpack()), store(new PlainJson()), store(new Pickle(Pickle.Protocol.BINARY)));
    }

    private final Client client = new Client(cookie());

    @SuppressWarnings("JavaUtilDate") // applications still have them
    private static List<Object> values() {
        FlashMap flash = new FlashMap();
        flash.put("message", "Saved");
        flash.put("item", new Item("Emma", new BigDecimal("1.10"), Item.Kind.BOOK));
        flash.setTargetRequestPath("/next");
        flash.addTargetRequestParam("page", "2");
        flash.setExpirationTime(12345);
        return List.of(
                "text",
                true,
                42,
                42L,
                1L << 40,
                2.5,
                (short) 1,
                1.5f,
                'c',
                new BigInteger("7"),
                new BigDecimal("1.10"),
                UUID.fromString("c7f336da-84c6-a400-20b8-1d7f8e9e7bb8"),
                Instant.ofEpochSecond(1_700_000_000),
                new Date(1_700_000_000_123L),
                LocalDate.of(2026, 11, 21),
                ZoneId.of("Europe/Berlin"),
                TimeZone.getTimeZone("Europe/Berlin"),
                Locale.CANADA_FRENCH,
                DayOfWeek.MONDAY,
                new ArrayList<>(List.of("a", 1, List.of(true))),
                List.of(1L, 2L),
                Map.of("a", 1),
                new TreeMap<>(Map.of("a", 1)),
                Set.of("a", "b"),
                EnumSet.of(DayOfWeek.MONDAY),
                new Item("Emma", new BigDecimal("1.10"), Item.Kind.FILM),
                new Cart()
                        .with(new Item("Emma", new BigDecimal("1.10"), Item.Kind.BOOK))
                        .with(3L),
                List.of(new Item("Emma", new BigDecimal("1.10"), Item.Kind.BOOK)),
                new CopyOnWriteArrayList<>(List.of(flash)));
    }

    static Stream<Arguments> repositoriesAndValues() {
        return repositories().flatMap(repository -> values().stream()
                .map(value ->
                        Arguments.of(repository, value, value.getClass().getSimpleName() + " " + value.toString())));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("repositoriesAndValues")
    void aValueComesBackAsWhatItWas(SessionRepository repository, Object value, String name) {
        Client visitor = new Client(repository);
        visitor.does(session -> session.setAttribute("key", value));

        Object back = visitor.asks(session -> session.getAttribute("key"));

        assertThat(back).isEqualTo(value);
    }

    @ParameterizedTest
    @MethodSource("repositories")
    void bytesComeBackAsBytes(SessionRepository repository) {
        Client visitor = new Client(repository);
        visitor.does(session -> session.setAttribute("key", new byte[] {0, -1}));

        assertThat(visitor.<Object>asks(session -> session.getAttribute("key"))).isEqualTo(new byte[] {0, -1});
    }

    @Test
    void whatFlaskKnowsLiesThereAsFlaskKnowsIt() {
        client.does(session -> {
            session.setAttribute("username", "wd");
            session.setAttribute("id", 42L);
            session.setAttribute("roles", List.of("a", "b"));
        });

        assertThat(client.plain("username")).isEqualTo("wd");
        assertThat(client.plain("id")).isEqualTo(42);
        assertThat(client.plain("roles")).isEqualTo(List.of("a", "b"));
    }

    @Test
    void anotherObjectIsADictWithATextForFlask() {
        client.does(session -> session.setAttribute("cart", new Cart().with("a")));

        assertThat(client.plain("cart"))
                .isEqualTo(Map.of(
                        "@json",
                        "{\"@class\":\"io.github.sessionstarter.httpsession.shop.Cart\","
                                + "\"items\":[\"java.util.ArrayList\",[\"a\"]]}"));
    }

    @Test
    void whatFlaskPutInPlaceOfALongIsReadAsItIs() {
        client.does(session -> session.setAttribute("id", 42L));
        client.handledBy((request, response) -> client.session().put("id", "none"));

        assertThat(client.<Object>asks(session -> session.getAttribute("id"))).isEqualTo("none");
    }

    @Test
    void whatTheBeanRemovesLeavesNothingBehind() {
        client.does(session -> session.setAttribute("id", 42L));

        client.handledBy((request, response) -> client.session().remove("id"));

        client.handledBy((request, response) -> assertThat(client.session()).isEmpty());
    }

    @Test
    void aListOfFlasksStaysAListWhenItIsChanged() {
        UUID uuid = UUID.randomUUID();
        client.handledBy((request, response) -> client.session().put("seen", List.of(uuid)));

        client.does(session -> seen(session.getAttribute("seen")).add("more"));

        assertThat(client.plain("seen")).isEqualTo(List.of(uuid, "more"));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> seen(Object attribute) {
        return (List<Object>) attribute;
    }

    @Test
    void anObjectIsTheSameOneAllRequestLong() {
        client.does(session -> session.setAttribute("cart", new Cart().with("a")));

        client.does(session -> assertThat(session.getAttribute("cart")).isSameAs(session.getAttribute("cart")));
    }

    @Test
    void anObjectThatWasPutIsTheOneThatIsGot() {
        Cart cart = new Cart();

        client.does(session -> {
            session.setAttribute("cart", cart);
            assertThat(session.getAttribute("cart")).isSameAs(cart);
        });
    }

    @Test
    void aChangeWithoutACallIsKept() {
        client.does(session -> session.setAttribute("cart", new Cart().with("a")));

        client.does(session -> ((Cart) session.getAttribute("cart")).with("b"));

        assertThat(client.<Object>asks(session -> session.getAttribute("cart")))
                .isEqualTo(new Cart().with("a").with("b"));
    }

    @Test
    void aChangeAfterThePutIsKept() {
        client.does(session -> {
            Cart cart = new Cart();
            session.setAttribute("cart", cart);
            cart.with("a");
        });

        assertThat(client.<Object>asks(session -> session.getAttribute("cart"))).isEqualTo(new Cart().with("a"));
    }

    @Test
    void whoOnlyReadsChangesNothing() {
        client.does(session -> session.setAttribute("cart", new Cart().with("a")));

        client.does(session -> session.getAttribute("cart"));

        assertThat(client.wasSaved()).isFalse();
    }

    @Test
    void theSameObjectAgainIsNoChangeEvenAfterTheCommit() {
        client.does(session -> session.setAttribute("cart", new Cart().with("a")));

        client.handledBy((request, response) -> {
            Object cart = request.getSession().getAttribute("cart");
            response.flushBuffer();
            request.getSession().setAttribute("cart", cart);
        });

        assertThat(client.wasSaved()).isFalse();
    }

    @Test
    void aChangedObjectAfterTheCommitIsTooLateForACookie() {
        client.does(session -> session.setAttribute("cart", new Cart().with("a")));

        client.handledBy((request, response) -> {
            Cart cart = (Cart) request.getSession().getAttribute("cart");
            response.flushBuffer();
            assertThatThrownBy(() -> request.getSession().setAttribute("cart", cart.with("b")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("The response is committed");
        });
    }

    @Test
    void aChangeAfterTheCommitReachesAStore() {
        Client visitor = new Client(store(new Msgpack()));
        visitor.does(session -> session.setAttribute("cart", new Cart().with("a")));

        visitor.handledBy((request, response) -> {
            Cart cart = (Cart) request.getSession().getAttribute("cart");
            response.flushBuffer();
            cart.with("b");
        });

        assertThat(visitor.<Object>asks(session -> session.getAttribute("cart")))
                .isEqualTo(new Cart().with("a").with("b"));
    }

    @Test
    void aChangeAfterTheCommitThatNobodyIsToldOfIsWarnedOf(CapturedOutput output) {
        client.does(session -> session.setAttribute("cart", new Cart().with("a")));

        client.handledBy((request, response) -> {
            Cart cart = (Cart) request.getSession().getAttribute("cart");
            response.flushBuffer();
            cart.with("b");
        });

        assertThat(output)
                .contains("The HttpSession's attribute \"cart\" was changed too late, and the change is lost");
    }

    @Test
    void theBeanAndTheHttpSessionShowOneAnothersChanges() {
        client.handledBy((request, response) -> {
            request.getSession().setAttribute("a", "of the HttpSession");
            assertThat(client.session().get("a")).isEqualTo("of the HttpSession");

            client.session().put("a", "of the bean");
            assertThat(request.getSession().getAttribute("a")).isEqualTo("of the bean");
        });
    }

    @Test
    void whatTheBeanPutsIsNotUndoneByAnObjectThatWasReadBefore() {
        client.does(session -> session.setAttribute("list", new ArrayList<>(List.of("a"))));

        client.handledBy((request, response) -> {
            seen(request.getSession().getAttribute("list")).add("b");
            client.session().put("list", List.of("c"));
        });

        assertThat(client.plain("list")).isEqualTo(List.of("c"));
    }

    @Test
    void aTypeThatIsNotAllowedIsRefusedAtOnceWithTheProperty() {
        record Stranger(String name) {}

        client.does(session -> assertThatThrownBy(() -> session.setAttribute("stranger", new Stranger("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "\"stranger\"", Stranger.class.getTypeName(), "session.http-session.allowed-types"));
    }

    @Test
    void aTypeThatIsNotAllowedIsRefusedInsideAnotherToo() {
        client.does(session -> assertThatThrownBy(() -> session.setAttribute("cart", new Cart().with(new Thread())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"cart\"", Cart.class.getName()));
        client.does(session -> assertThatThrownBy(
                        () -> session.setAttribute("cart", new Cart().with(new LinkedMultiStranger())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"cart\"", "LinkedMultiStranger", "session.http-session.allowed-types"));
    }

    static final class LinkedMultiStranger extends LinkedMultiValueMap<String, String> {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whatJacksonCannotWriteOrReadIsRefusedAtOnce() {
        client.does(session -> {
            assertThatThrownBy(() -> session.setAttribute("a", new Unwritable()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("\"a\"", Unwritable.class.getName(), "Jackson cannot write it");
            assertThatThrownBy(() -> session.setAttribute("b", new Forgetful()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("\"b\"", Forgetful.class.getName(), "cannot read it again");
        });
    }

    @Test
    void aMapWithKeysThatWouldComeBackAsTextsIsRefused() {
        client.does(session -> assertThatThrownBy(() -> session.setAttribute("a", Map.of(1L, "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("\"a\"", "key of type java.lang.Long"));
    }

    @Test
    void anObjectThatChangesAfterAnEarlySaveIsSavedAgainBeforeTheCommit() {
        client.does(session -> session.setAttribute("list", new ArrayList<>(List.of("a"))));

        client.handledBy((request, response) -> {
            List<Object> list = seen(request.getSession().getAttribute("list"));
            response.getWriter().write("x".repeat(3000));
            list.add("b");
            response.flushBuffer();
        });

        assertThat(client.<Object>asks(session -> session.getAttribute("list"))).isEqualTo(List.of("a", "b"));
    }

    @Test
    void anObjectThatCanNoLongerBeKeptTakesNothingElseWithIt() {
        client.does(session -> {
            session.setAttribute("user", "wd");
            session.setAttribute("list", new ArrayList<>(List.of("a")));
        });

        assertThatThrownBy(() -> client.handledBy((request, response) -> {
                    client.session().remove("user");
                    seen(request.getSession().getAttribute("list")).add(new Thread());
                }))
                .hasMessageContaining("\"list\"");

        assertThat(client.<Object>asks(session -> session.getAttribute("user"))).isNull();
        assertThat(client.<Object>asks(session -> session.getAttribute("list"))).isEqualTo(List.of("a"));
    }

    @Test
    void whatMeansThisNodesMemoryIsOfTheRequestAndNotKept() {
        client.handledBy((request, response) -> {
            Object mutex = new Object();
            request.getSession().setAttribute(WebUtils.SESSION_MUTEX_ATTRIBUTE, mutex);
            assertThat(request.getSession().getAttribute(WebUtils.SESSION_MUTEX_ATTRIBUTE))
                    .isSameAs(mutex);
            assertThat(client.session()).isEmpty();
        });
    }
}
