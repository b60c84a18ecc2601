package io.github.sessionstarter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigurationDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");

    private final JsonNode metadata = JsonMapper.shared()
            .readTree(Path.of("target/classes/META-INF/spring-configuration-metadata.json")
                    .toFile());

    @Test
    void theDocumentSaysWhatTheMetadataSay() throws IOException {
        String text = new ConfigurationDocument(metadata).text();
        if (Boolean.getBoolean("session.docs.write")) {
            Files.writeString(DOCUMENT, text);
        }

        assertThat(Files.readString(DOCUMENT))
                .as(
                        "docs/configuration.md is out of date; add -Dsession.docs.write=true to this test's run to rewrite it")
                .isEqualTo(text);
    }

    @Test
    void eachPropertyIsDescribed() {
        assertThat(metadata.path("properties")).isNotEmpty().allSatisfy(property -> assertThat(
                        property.path("description").asString(""))
                .as(property.path("name").asString())
                .endsWith("."));
    }

    @Test
    void eachNameOfFlasksStandsForAPropertyThatThereIs() {
        assertThat(StreamSupport.stream(metadata.path("properties").spliterator(), false)
                        .map(property -> property.path("name").asString()))
                .containsAll(FlaskEnvironmentPostProcessor.NAMES.values());
    }
}
