package io.github.sessionstarter.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;

/** Every property, as {@code docs/configuration.md} lists them: what the metadata say, and Flask's names for them. */
final class ConfigurationDocument {

    private static final String BEGINNING = """
            # Properties

            Every property there is. IDEs know them too, with their values. This page is made from the same metadata, by
            `ConfigurationDocumentTest`; its text is the Javadoc of the classes `Session…Properties`.

            They are set as any of Spring Boot's: in `application.yml` or `.properties`, by an option
            (`--session.type=redis`), or by an environment variable, in capitals, dots as underscores and dashes left out
            (`SESSION_COOKIE_SAMESITE`). A duration is `90s`, `30m`, `12h` or `31d`. A configuration that cannot work stops
            the application, with a message that says what to do.

            A name of Flask's or Flask-Session's in the last column stands for the property, with the prefix `FLASK_` or
            without, in an environment variable or a file, and in Flask's units; the property itself wins where both are set.
            [Coming from Flask](from-flask.md#the-configuration-stays) tells more.
            """;

    private static final Map<String, String> TYPES = Map.of(
            "java.lang.String", "text",
            "java.lang.Boolean", "`true`, `false`",
            "java.lang.Integer", "number",
            "java.time.Duration", "duration",
            "java.util.List<java.lang.String>", "list of texts",
            "java.util.Set<java.lang.String>", "list of texts");

    private final JsonNode metadata;
    private final Map<String, List<String>> flaskNames = FlaskEnvironmentPostProcessor.NAMES.entrySet().stream()
            .collect(Collectors.groupingBy(
                    Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));

    ConfigurationDocument(JsonNode metadata) {
        this.metadata = metadata;
    }

    String text() {
        Map<String, List<JsonNode>> groups = StreamSupport.stream(
                        metadata.path("properties").spliterator(), false)
                .collect(Collectors.groupingBy(ConfigurationDocument::group, TreeMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>(List.of(BEGINNING));
        groups.forEach((group, properties) -> {
            lines.add("## `" + group + ".*`\n");
            lines.add("| property | type | default | | Flask |");
            lines.add("|---|---|---|---|---|");
            properties.forEach(property -> lines.add(row(property)));
            lines.add("");
        });
        lines.add("## Values\n");
        lines.add("Of properties that are one word of a few, in any case.\n");
        lines.add("| property | value | |");
        lines.add("|---|---|---|");
        metadata.path("hints").forEach(hint -> hint.path("values")
                .forEach(value -> lines.add("| `"
                        + hint.path("name").asString() + "` | `"
                        + value.path("value").asString() + "` | "
                        + value.path("description").asString("") + " |")));
        lines.add("\n## Names of Flask-Session that have no effect\n");
        lines.add("One WARN at start-up says so for each that is set.\n");
        lines.add("| name | instead |");
        lines.add("|---|---|");
        new TreeMap<>(FlaskEnvironmentPostProcessor.ELSEWHERE)
                .forEach((name, advice) -> lines.add("| `" + name + "` | " + advice + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String group(JsonNode property) {
        String name = name(property);
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String name(JsonNode property) {
        return property.path("name").asString();
    }

    private String row(JsonNode property) {
        String flask = flaskNames.getOrDefault(name(property), List.of()).stream()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        name(property),
                        type(property.path("type").asString()),
                        defaultOf(property.path("defaultValue")),
                        property.path("description").asString("").replace("|", "\\|"),
                        flask);
    }

    /** A type that has no word of ours is an enum, whose constants are the words. */
    private static String type(String name) {
        String type = TYPES.get(name);
        return type != null
                ? type
                : Stream.of(ClassUtils.resolveClassName(name, null).getEnumConstants())
                        .map(constant -> "`"
                                + constant.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
                        .collect(Collectors.joining(", "));
    }

    private static String defaultOf(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(ConfigurationDocument::defaultOf)
                    .collect(Collectors.joining(", "));
        }
        return value.isMissingNode() ? "" : "`" + value.asString() + "`";
    }
}
