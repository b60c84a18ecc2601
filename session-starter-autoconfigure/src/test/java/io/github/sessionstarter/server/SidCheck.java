package io.github.sessionstarter.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The recorded value is {@code sid#1}, {@code sid#2}… in order of appearance, with {@code signed} behind it or not. */
final class SidCheck implements Conversations.CookieCheck {

    private final List<String> seen = new ArrayList<>();

    @Override
    public Conversations.CookieCheck begin(TestServer server) {
        return new SidCheck();
    }

    /**
     * It was recorded on msgpack, which makes lists of tuples, and texts of UUIDs and markup, once they were stored; a
     * store of pickles keeps them what they are.
     */
    @Override
    public JsonNode comparable(JsonNode answer) {
        if (answer.isArray()) {
            ArrayNode faded = JsonNodeFactory.instance.arrayNode();
            answer.forEach(element -> faded.add(comparable(element)));
            return faded;
        }
        if (!answer.isObject()) {
            return answer;
        }
        if (answer.size() == 1) {
            Map.Entry<String, JsonNode> only = answer.properties().iterator().next();
            switch (only.getKey()) {
                case " t", " m" -> {
                    return comparable(only.getValue());
                }
                case " u" -> {
                    String hex = only.getValue().stringValue();
                    return JsonNodeFactory.instance.stringNode(
                            hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
                }
                default -> {
                    // no tag of a type that fades
                }
            }
        }
        ObjectNode faded = JsonNodeFactory.instance.objectNode();
        answer.properties().forEach(entry -> faded.set(entry.getKey(), comparable(entry.getValue())));
        return faded;
    }

    @Override
    public boolean deletionForgets() {
        return true;
    }

    @Override
    public void check(String where, JsonNode expected, String value) {
        boolean signed = value.contains(".");
        String sid = signed ? value.substring(0, value.indexOf('.')) : value;
        if (!seen.contains(sid)) {
            seen.add(sid);
        }
        String name = "sid#" + (seen.indexOf(sid) + 1) + (signed ? " signed" : "");
        assertThat(name).as(where + ", cookie").isEqualTo(expected.stringValue());
    }
}
