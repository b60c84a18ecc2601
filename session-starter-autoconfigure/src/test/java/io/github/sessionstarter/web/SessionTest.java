package io.github.sessionstarter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The dict and what it notes of changes. */
class SessionTest {

    private final SessionFixture fixture = new SessionFixture();
    private final Session session = fixture.session;

    private void fill() {
        session.put("name", "wd");
        session.put("cart", List.of("apple", List.of("pear"), Map.of("kind", "plum")));
        session.put("user", Map.of("id", 1, "tags", List.of("a")));
        fixture.save();
        session.setModified(false);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Session session, String key) {
        return (List<Object>) session.get(key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Session session, String key) {
        return (Map<String, Object>) session.get(key);
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(session).isEmpty();
        assertThat(session.isNew()).isTrue();
        assertThat(session.isModified()).isFalse();
    }

    @Test
    void opensOnlyWhenItIsTouched() {
        assertThat(session.isAccessed()).isFalse();
        assertThat(session.isModified()).isFalse();
        assertThat(fixture.repository.opens).isZero();

        session.get("name");

        assertThat(session.isAccessed()).isTrue();
        assertThat(fixture.repository.opens).isOne();
    }

    static Stream<Arguments> reads() {
        return Stream.<Map.Entry<String, Function<Session, Object>>>of(
                        entry("get", s -> s.get("name")),
                        entry("typed get", s -> s.get("name", String.class)),
                        entry("find", s -> s.find("name", String.class)),
                        entry("getOrDefault", s -> s.getOrDefault("name", "none")),
                        entry("containsKey", s -> s.containsKey("name")),
                        entry("containsValue", s -> s.containsValue("wd")),
                        entry("size", Session::size),
                        entry("isEmpty", Session::isEmpty),
                        entry("keySet", s -> s.keySet().contains("name")),
                        entry("values", s -> s.values().size()),
                        entry("entrySet", s -> s.entrySet().iterator()),
                        entry("forEach", SessionTest::forEach),
                        entry("getId", Session::getId),
                        entry("isNew", Session::isNew),
                        entry("isPermanent", Session::isPermanent),
                        entry("equals", s -> s.equals(Map.of())),
                        entry("absent remove", s -> s.remove("absent")))
                .map(read -> Arguments.of(read.getKey(), read.getValue()));
    }

    private static Object forEach(Session session) {
        List<String> keys = new ArrayList<>();
        session.forEach((key, value) -> keys.add(key));
        return keys;
    }

    /** CVE-2026-27205: every way to look counts, or a cache shares what depends on the cookie. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void everyReadIsAnAccessAndNoChange(String name, Function<Session, Object> read) {
        Object unused = read.apply(session);

        assertThat(session.isAccessed()).isTrue();
        assertThat(session.isModified()).isFalse();
    }

    static Stream<Arguments> changes() {
        return Stream.<Map.Entry<String, Map.Entry<Consumer<Session>, Set<String>>>>of(
                        change("put", s -> s.put("name", "x"), "name"),
                        change("put of the same", s -> s.put("name", "wd"), "name"),
                        change("put of a new key", s -> s.put("new", 1), "new"),
                        change("putAll", s -> s.putAll(Map.of("name", "x", "b", 1)), "name", "b"),
                        change("putAll of nothing", s -> s.putAll(Map.of())),
                        change("putIfAbsent", s -> s.putIfAbsent("new", 1), "new"),
                        change("remove", s -> s.remove("name"), "name"),
                        change("remove of key and value", s -> s.remove("name", "wd"), "name"),
                        change("replace", s -> s.replace("name", "x"), "name"),
                        change("replace of key and value", s -> s.replace("name", "wd", "x"), "name"),
                        change("computeIfAbsent", s -> s.computeIfAbsent("new", key -> 1), "new"),
                        change("computeIfPresent", s -> s.computeIfPresent("name", (k, v) -> null), "name"),
                        change("compute", s -> s.compute("name", (k, v) -> v + "!"), "name"),
                        change("merge", s -> s.merge("name", "!", (a, b) -> "" + a + b), "name"),
                        change("replaceAll", s -> s.replaceAll((k, v) -> 1), "name", "cart", "user"),
                        change("entry.setValue", s -> entryOf(s, "name").setValue("x"), "name"),
                        change("iterator.remove", s -> removeFirst(s.entrySet().iterator()), "name"),
                        change("keySet.remove", s -> s.keySet().remove("name"), "name"),
                        change("keySet.retainAll", s -> s.keySet().retainAll(Set.of("name")), "cart", "user"),
                        change("values.remove", s -> s.values().remove("wd"), "name"),
                        change("values.removeIf", s -> s.values().removeIf("wd"::equals), "name"),
                        change("setPermanent", s -> s.setPermanent(true), "_permanent"),
                        change("setModified", s -> s.setModified(true)),
                        change("list.add", s -> list(s, "cart").add("fig"), "cart"),
                        change("list.set", s -> list(s, "cart").set(0, "fig"), "cart"),
                        change("list.remove", s -> list(s, "cart").remove("apple"), "cart"),
                        change("list.clear", s -> list(s, "cart").clear(), "cart"),
                        change("list.addAll", s -> list(s, "cart").addAll(List.of(1, 2)), "cart"),
                        change("list.sort", s -> list(s, "cart").sort(Comparator.comparing(String::valueOf)), "cart"),
                        change("list.removeIf", s -> list(s, "cart").removeIf("apple"::equals), "cart"),
                        change("list.replaceAll", s -> list(s, "cart").replaceAll(e -> 1), "cart"),
                        change(
                                "subList.clear",
                                s -> list(s, "cart").subList(0, 1).clear(),
                                "cart"),
                        change(
                                "list.listIterator.add",
                                s -> list(s, "cart").listIterator().add(1),
                                "cart"),
                        change("list in list", s -> ((List<?>) list(s, "cart").get(1)).clear(), "cart"),
                        change("map in list", s -> ((Map<?, ?>) list(s, "cart").get(2)).remove("kind"), "cart"),
                        change("map.put", s -> map(s, "user").put("id", 2), "user"),
                        change("map.clear", s -> map(s, "user").clear(), "user"),
                        change(
                                "map.entry.setValue",
                                s -> entryOf(map(s, "user"), "id").setValue(2),
                                "user"),
                        change("list in map", s -> ((List<?>) map(s, "user").get("tags")).clear(), "user"))
                .map(c -> Arguments.of(
                        c.getKey(), c.getValue().getKey(), c.getValue().getValue()));
    }

    private static Map.Entry<String, Map.Entry<Consumer<Session>, Set<String>>> change(
            String name, Consumer<Session> change, String... keys) {
        return entry(name, entry(change, Set.of(keys)));
    }

    private static Map.Entry<String, Object> entryOf(Map<String, Object> map, String key) {
        return map.entrySet().stream()
                .filter(entry -> entry.getKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static void removeFirst(Iterator<?> iterator) {
        iterator.next();
        iterator.remove();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void everyChangeIsNotedUnderItsTopLevelKey(String name, Consumer<Session> change, Set<String> keys) {
        fill();

        change.accept(session);

        assertThat(session.isModified()).isTrue();
        Changes noted = fixture.save();
        assertThat(noted.modified()).isTrue();
        assertThat(noted.cleared()).isFalse();
        assertThat(noted.keys()).isEqualTo(keys);
        assertThat(noted.data()).isEqualTo(session);
    }

    static Stream<Arguments> unchanging() {
        return Stream.<Map.Entry<String, Consumer<Session>>>of(
                        entry("remove of an absent key", s -> s.remove("absent")),
                        entry("putIfAbsent of a present key", s -> s.putIfAbsent("name", "x")),
                        entry("replace of an absent key", s -> s.replace("absent", "x")),
                        entry("remove of another value", s -> s.remove("name", "x")),
                        entry("computeIfAbsent of a present key", s -> s.computeIfAbsent("name", key -> "x")),
                        entry("list.remove of nothing", s -> list(s, "cart").remove("absent")),
                        entry("map.remove of nothing", s -> map(s, "user").remove("absent")),
                        entry("reading a list", s -> new ArrayList<>(list(s, "cart"))),
                        entry("setModified(false)", s -> s.setModified(false)))
                .map(c -> Arguments.of(c.getKey(), c.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unchanging")
    void whatChangesNothingIsNoChange(String name, Consumer<Session> action) {
        fill();

        action.accept(session);

        assertThat(session.isModified()).isFalse();
    }

    @Test
    void clearIsRememberedTogetherWithWhatIsPutAfterwards() {
        fill();

        session.clear();
        session.put("b", 2);

        Changes noted = fixture.save();
        assertThat(noted.cleared()).isTrue();
        assertThat(noted.onTopOf(Map.of("somebody", "else's"))).containsOnlyKeys("b", "_permanent");
    }

    @Test
    void clearOnASessionWithAnIdKeepsWhetherItIsPermanent() {
        session.setPermanent(true);
        session.put("a", 1);

        session.clear();

        assertThat(session).containsOnly(entry("_permanent", true));
    }

    @Test
    void changesGoOnTopOfWhatOthersSaved() {
        fill();
        session.put("name", "changed");
        session.remove("cart");
        Changes noted = fixture.save();

        Map<String, Object> merged = noted.onTopOf(Map.of("name", "wd", "cart", 1, "theirs", 2));

        assertThat(merged).containsOnly(entry("name", "changed"), entry("theirs", 2));
    }

    @Test
    void setModifiedFalseForgetsTheChangesUntilAnotherOneFollows() {
        session.put("a", 1);
        session.setModified(false);
        assertThat(fixture.save().modified()).isFalse();

        session.put("b", 2);
        assertThat(fixture.save().data()).containsKeys("a", "b");
    }

    @Test
    void computedValuesAreLive() {
        @SuppressWarnings("unchecked")
        List<Object> computed = (List<Object>) session.computeIfAbsent("cart", key -> new ArrayList<>());
        computed.add("apple");

        assertThat(session.get("cart")).isEqualTo(List.of("apple"));
    }

    @Test
    void mergingALiveListWithItselfWorks() {
        fill();

        session.merge("cart", List.of("fig"), (present, added) -> {
            List<Object> all = new ArrayList<>((List<?>) present);
            all.addAll((List<?>) added);
            return all;
        });

        assertThat(list(session, "cart")).hasSize(4).endsWith("fig");
    }

    @Test
    @SuppressWarnings("ModifyCollectionInEnhancedForLoop")
    void iterationSeesWhatWasThereWhenItBegan() {
        fill();
        List<String> seen = new ArrayList<>();

        for (String key : session.keySet()) {
            seen.add(key);
            session.put(key + "!", 1);
        }
        for (Object element : list(session, "cart")) {
            list(session, "cart").add(element);
        }

        assertThat(seen).containsExactly("name", "cart", "user");
        assertThat(list(session, "cart")).hasSize(6);
    }

    @Test
    void aListIteratorChangesTheListAndGoesOn() {
        session.put("list", List.of(1, 2, 3, 4));
        var iterator = list(session, "list").listIterator();

        iterator.next();
        iterator.remove();
        iterator.next();
        iterator.set("two");
        iterator.add("between");
        iterator.next();

        assertThat(session.get("list")).isEqualTo(List.of("two", "between", 3, 4));
        assertThat(iterator.previousIndex()).isEqualTo(2);
    }

    @Test
    void sortingKeepsElementsLive() {
        session.put("list", List.of(Map.of("n", 2), Map.of("n", 1)));
        @SuppressWarnings("unchecked")
        Map<String, Object> two = (Map<String, Object>) list(session, "list").get(0);

        list(session, "list").sort(Comparator.comparing(element -> (int) ((Map<?, ?>) element).get("n")));
        two.put("n", 3);

        assertThat(session.get("list")).isEqualTo(List.of(Map.of("n", 1), Map.of("n", 3)));
    }

    @Test
    void sortsInNaturalOrderToo() {
        session.put("list", List.of("b", "a"));

        list(session, "list").sort(null);

        assertThat(session.get("list")).isEqualTo(List.of("a", "b"));
    }

    @Test
    void severalAtOnceArePutAllOrNone() {
        session.put("list", List.of());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("good", 1);
        map.put("bad", "unwanted");

        assertThatThrownBy(() -> session.putAll(map)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> list(session, "list").addAll(List.of(1, "unwanted")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(session).containsOnly(entry("list", List.of()));
    }

    @Test
    void anEntryShowsWhatWasPutThroughIt() {
        session.put("name", "wd");
        Map.Entry<String, Object> entry = entryOf(session, "name");

        assertThatThrownBy(() -> entry.setValue("unwanted")).isInstanceOf(IllegalArgumentException.class);
        assertThat(entry.getValue()).isEqualTo("wd");
        assertThat(entry.setValue((short) 1)).isEqualTo("wd");
        assertThat(entry.getValue()).isEqualTo(1);
    }

    @Test
    void whatSeveralThreadsAddTogetherStaysTogether() {
        session.put("list", List.of());

        Stream.generate(() -> List.of("a", "b")).limit(2_000).parallel().forEach(list(session, "list")::addAll);

        List<Object> list = list(session, "list");
        assertThat(list).hasSize(4_000);
        assertThat(String.join("", list.stream().map(String::valueOf).toList())).isEqualTo("ab".repeat(2_000));
    }

    @Test
    void toStringShowsNoData() {
        session.put("precious", "jewel");

        assertThat(session.toString()).doesNotContain("precious", "jewel");
        assertThat(fixture.save().toString()).doesNotContain("precious", "jewel");
    }

    @Test
    void threadsOfOneRequestLoseNothing() {
        Stream<Integer> numbers = Stream.iterate(0, n -> n + 1).limit(1_000).parallel();
        session.put("list", List.of());

        numbers.forEach(n -> {
            session.put("key" + n, n);
            session.merge("count", 1, (a, b) -> (int) a + (int) b);
            list(session, "list").add(n);
            session.forEach((key, value) -> assertThat(key).isNotNull());
        });

        assertThat(session).hasSize(1_002).containsEntry("count", 1_000);
        assertThat(list(session, "list")).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void regenerateGivesANewIdAndKeepsTheData() {
        session.put("a", 1);
        String before = session.getId();

        session.regenerate();

        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(session).containsOnly(entry("a", 1));
        assertThat(fixture.save().modified()).isTrue();
    }
}
