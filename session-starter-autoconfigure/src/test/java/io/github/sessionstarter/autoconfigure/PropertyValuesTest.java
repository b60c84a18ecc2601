package io.github.sessionstarter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** IDEs complete the words that the application takes, all of them and no others. */
class PropertyValuesTest {

    private static final Pattern WORDS = Pattern.compile("Set .* to one of: (.*)\\.");

    /** One that asks for everything: a store, ids that are signed. */
    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SessionAutoConfiguration.class))
            .withBean(JdbcDataSource.class, PropertyValuesTest::database)
            .withPropertyValues("session.use-signer=true", "session.secret-key=a secret key of the tests");

    @TempDir
    Path folder;

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:property-values");
        return database;
    }

    @Test
    void whatIsHintedIsWhatIsTaken() throws Exception {
        JsonNode metadata = JsonMapper.shared()
                .readTree(new ClassPathResource("META-INF/spring-configuration-metadata.json").getInputStream());
        Map<String, List<String>> hinted = new LinkedHashMap<>();
        metadata.path("hints")
                .forEach(hint -> hinted.put(
                        hint.path("name").asString(),
                        StreamSupport.stream(hint.path("values").spliterator(), false)
                                .map(value -> value.path("value").asString())
                                .toList()));

        Map<String, List<String>> taken = new LinkedHashMap<>();
        StreamSupport.stream(metadata.path("properties").spliterator(), false)
                .filter(property -> property.path("type").asString().equals("java.lang.String"))
                .map(property -> property.path("name").asString())
                .forEach(name -> wordsOf(name).ifPresent(words -> taken.put(name, words)));

        assertThat(taken).containsKeys("session.type", "session.cookie.secure").isEqualTo(hinted);
    }

    /** As the error lists them; none where the property takes any word. */
    private Optional<List<String>> wordsOf(String property) {
        String type = property.startsWith("session.jdbc.") ? "jdbc" : "filesystem";
        AtomicReference<String> action = new AtomicReference<>("");
        // no word of any property, and nothing is left where it is taken for a folder
        Path nonsense = folder.resolve("nonsense");
        application
                .withPropertyValues("session.type=" + type, "session.file.dir=" + folder, property + "=" + nonsense)
                .run(context -> action.set(actionOf(context.getStartupFailure())));
        Matcher words = WORDS.matcher(action.get());
        return words.matches() ? Optional.of(Arrays.asList(words.group(1).split(", ", -1))) : Optional.empty();
    }

    private static String actionOf(@Nullable Throwable failure) {
        FailureAnalysis analysis = failure == null ? null : new SessionConfigurationFailureAnalyzer().analyze(failure);
        return analysis == null ? "" : analysis.getAction();
    }
}
