package io.github.sessionstarter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Session;
import io.github.sessionstarter.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be put into a session, what becomes of it, and as what it may be read. */
class SessionValuesTest {

    private final SessionFixture fixture = new SessionFixture();
    private final Session session = fixture.session;

    enum Color {
        RED,
        GREEN;

        @Override
        public String toString() {
            return "a label";
        }
    }

    record Parts(Tuple tuple, Markup markup) {}

    record Item(String name, int count, BigDecimal price, Color color, List<Instant> times) {}

    static final class Bean {
        private String name = "bean";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    static final class Precious {
        @Override
        public String toString() {
            return "precious";
        }
    }

    static Stream<Arguments> kept() {
        Instant instant = Instant.parse("2023-11-05T02:03:04.567Z");
        UUID uuid = UUID.fromString("c7f336da-84c6-a400-20b8-1d7f8e9e7bb8");
        return Stream.of(
                        entry(true, true),
                        entry(1, 1),
                        entry(1L, 1L),
                        entry((short) 1, 1),
                        entry((byte) 1, 1),
                        entry(1.5f, 1.5),
                        entry(1.5, 1.5),
                        entry(BigInteger.TEN, BigInteger.TEN),
                        entry(new BigDecimal("1.10"), "1.10"),
                        entry("text", "text"),
                        entry(new StringBuilder("text"), "text"),
                        entry('c', "c"),
                        entry(uuid, uuid),
                        entry(instant, instant),
                        entry(OffsetDateTime.parse("2023-11-05T03:03:04.567+01:00"), instant),
                        entry(ZonedDateTime.parse("2023-11-05T03:03:04.567+01:00[Europe/Berlin]"), instant),
                        entry(Date.from(instant), instant),
                        entry(Timestamp.from(instant.plusNanos(1)), instant.plusNanos(1)),
                        entry(new AtomicInteger(3), 3),
                        entry(longAdder(3), 3L),
                        entry(LocalDate.parse("2023-11-05"), "2023-11-05"),
                        entry(Markup.of("<b>"), Markup.of("<b>")),
                        entry(Tuple.of(1, (short) 2), Tuple.of(1, 2)),
                        entry(List.of(1, "a"), List.of(1, "a")),
                        entry(Set.of(1), List.of(1)),
                        entry(new Object[] {1, null}, Arrays.asList(1, null)),
                        entry(new int[] {1, 2}, List.of(1, 2)),
                        entry(Map.of("a", List.of(1)), Map.of("a", List.of(1))),
                        entry(Color.RED, "RED"),
                        entry(new Bean(), Map.of("name", "bean")),
                        entry(new EnumMap<>(Map.of(Color.RED, 1)).keySet(), List.of("RED")))
                .map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    private static LongAdder longAdder(long value) {
        LongAdder adder = new LongAdder();
        adder.add(value);
        return adder;
    }

    @ParameterizedTest
    @MethodSource("kept")
    void becomesAValueOfTheSession(Object put, Object kept) {
        session.put("v", put);

        assertThat(session.get("v")).isEqualTo(kept).hasSameClassAs(readBack(kept));
    }

    /** Lists and maps are live ones. */
    private Object readBack(Object kept) {
        session.put("kept", kept);
        return session.get("kept");
    }

    @Test
    void aRecordBecomesAMapAndIsReadAsTheRecord() {
        Item item = new Item("pear", 2, new BigDecimal("1.10"), Color.GREEN, List.of(Instant.EPOCH));

        session.put("item", item);
        session.put("items", List.of(item));

        assertThat(session.get("item"))
                .asInstanceOf(MAP)
                .contains(entry("name", "pear"), entry("count", 2), entry("price", "1.10"), entry("color", "GREEN"));
        assertThat(session.get("item", Item.class)).isEqualTo(item);
        assertThat(session.get("items", Item[].class)).containsExactly(item);
    }

    @Test
    void whatIsPutIsACopy() {
        List<Object> list = new ArrayList<>(List.of(1));
        byte[] bytes = {1};
        session.put("list", list);
        session.put("bytes", bytes);

        list.add(2);
        bytes[0] = 2;

        assertThat(session.get("list")).isEqualTo(List.of(1));
        assertThat(session.get("bytes")).isEqualTo(new byte[] {1});
    }

    @Test
    void bytesThatAreReadAreACopyToo() {
        session.put("bytes", new byte[] {1});

        ((byte[]) session.get("bytes"))[0] = 2;

        assertThat(session.get("bytes")).isEqualTo(new byte[] {1});
    }

    @Test
    void aListInATupleIsLive() {
        session.put("tuple", Tuple.of(1, new ArrayList<>()));
        fixture.save();

        @SuppressWarnings("unchecked")
        List<Object> inner = (List<Object>) ((Tuple) session.get("tuple")).get(1);
        inner.add("a");

        assertThat(session.get("tuple")).isEqualTo(Tuple.of(1, List.of("a")));
        assertThat(fixture.save().keys()).containsExactly("tuple");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(new Precious(), "session[\"v\"] of type " + Precious.class.getTypeName()),
                Arguments.of(new Object(), "session[\"v\"] of type java.lang.Object"),
                Arguments.of("unwanted", "session[\"v\"] of type java.lang.String cannot be kept: it is unwanted"),
                Arguments.of(Map.of("a", List.of(1, "unwanted")), "session[\"v\"][\"a\"][1] of type java.lang.String"),
                Arguments.of(Map.of(1, "precious"), "a key that is no String"),
                Arguments.of(new IllegalStateException("precious"), "it is no data"),
                Arguments.of(Thread.currentThread(), "it is no data"),
                Arguments.of((Runnable) () -> {}, "it is no data"),
                Arguments.of(Stream.of("precious"), "it is no data"),
                Arguments.of(CompletableFuture.completedFuture("precious"), "it is no data"),
                Arguments.of(List.of(Map.of("k", new Precious())), "session[\"v\"][0][\"k\"]"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeKeptIsRefusedAtOnceWithPathAndType(Object value, String message) {
        assertThatThrownBy(() -> session.put("v", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("precious");
        assertThat(session.containsKey("v")).isFalse();
        assertThat(session.isModified()).isFalse();
    }

    @Test
    void aRefusalBelowALiveListNamesTheWholePath() {
        session.put("cart", List.of(Map.of("items", List.of(1))));

        Map<?, ?> first = (Map<?, ?>) ((List<?>) session.get("cart")).get(0);
        @SuppressWarnings("unchecked")
        List<Object> items = (List<Object>) first.get("items");

        assertThatThrownBy(() -> items.add("unwanted")).hasMessageContaining("session[\"cart\"][0][\"items\"][1]");
    }

    @Test
    void whatContainsItselfIsRefused() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("self", map);

        assertThatThrownBy(() -> session.put("v", map))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contains itself");
    }

    @Test
    void depthCountsFromTheSessionOn() {
        session.put("v", new ArrayList<>());
        Object deep = 1;
        for (int i = 0; i < 150; i++) {
            deep = List.of(deep);
        }
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) session.get("v");
        list.add(deep);
        for (int i = 0; i < 100; i++) {
            @SuppressWarnings("unchecked")
            List<Object> inner = (List<Object>) list.get(0);
            list = inner;
        }
        List<Object> innermost = list;
        Object tooDeep = deep;

        assertThatThrownBy(() -> innermost.add(tooDeep)).hasMessageContaining("nested more than");
    }

    @Test
    void aNullKeyIsRefused() {
        assertThatThrownBy(() -> session.put(null, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(session.get(null)).isNull();
        assertThat(session.remove(null)).isNull();
    }

    @Test
    void readsConvert() {
        session.put("number", 42);
        session.put("color", "GREEN");
        session.put("text", "42");
        session.put("markup", Markup.of("<b>"));
        session.put("null", null);

        assertThat(session.get("number", Long.class)).isEqualTo(42L);
        assertThat(session.get("number", int.class)).isEqualTo(42);
        assertThat(session.get("number", Number.class)).isEqualTo(42);
        assertThat(session.get("color", Color.class)).isEqualTo(Color.GREEN);
        assertThat(session.get("text", int.class)).isEqualTo(42);
        assertThat(session.get("markup", String.class)).isEqualTo("<b>");
        assertThat(session.find("null", String.class)).isEmpty();
        assertThat(session.find("absent", String.class)).isEmpty();
        assertThat(session.get("absent", String.class)).isNull();
        assertThat(session.find("color", Color.class)).contains(Color.GREEN);
    }

    @Test
    void aReadThatCannotConvertNamesKeyAndTypesAndNotTheValue() {
        session.put("color", "precious");

        assertThatThrownBy(() -> session.get("color", Color.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("session[\"color\"] is of type java.lang.String")
                .hasMessageContaining(Color.class.getTypeName())
                .hasMessageNotContaining("precious")
                .hasNoCause();
    }

    @Test
    void tuplesAndMarkupAreReadFromWhatFormatsWithoutThemHave() {
        session.put("tuple", List.of(1, 2));
        session.put("markup", "<b>");
        session.put("parts", Map.of("tuple", List.of(1), "markup", "<i>"));

        assertThat(session.get("tuple", Tuple.class)).isEqualTo(Tuple.of(1, 2));
        assertThat(session.get("markup", Markup.class)).isEqualTo(Markup.of("<b>"));
        assertThat(session.get("parts", Parts.class)).isEqualTo(new Parts(Tuple.of(1), Markup.of("<i>")));
    }

    @Test
    void aReadThatWouldLoseSomethingIsRefused() {
        session.put("fraction", 3.7);
        session.put("ordinal", 0);

        assertThatThrownBy(() -> session.get("fraction", Integer.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.get("ordinal", Color.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aListReadByItsTypeIsLive() {
        session.put("list", List.of(1));

        @SuppressWarnings("unchecked")
        List<Object> list = session.get("list", List.class);
        list.add(2);

        assertThat(session.get("list")).isEqualTo(List.of(1, 2));
    }
}
