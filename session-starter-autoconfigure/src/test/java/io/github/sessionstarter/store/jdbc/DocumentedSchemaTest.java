package io.github.sessionstarter.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentedSchemaTest {

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void theDocumentHasTheStatementsThatMakeTheTable(Dialect dialect) throws IOException {
        String statements = String.join(";\n", dialect.create(new Table(null, "sessions"))) + ";";

        assertThat(Files.readString(Path.of("../docs/stores.md"))).contains("```sql\n" + statements + "\n```");
    }
}
