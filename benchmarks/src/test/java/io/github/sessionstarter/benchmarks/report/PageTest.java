package io.github.sessionstarter.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("page.md");
        Files.writeString(file, "before\n<!-- begin a -->\nold\n<!-- end a -->\nafter\n");
    }

    @Test
    void aSectionIsWrittenAnewAndTheRestStays() throws IOException {
        new Page(file).write("a", "| new |\n");
        new Page(file).write("a", "| newer |\n");

        assertThat(file).hasContent("before\n<!-- begin a -->\n| newer |\n<!-- end a -->\nafter\n");
    }

    @Test
    void aSectionThatIsNotThereIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Page(file).write("b", "new"))
                .withMessage("page.md has no section b");
    }

    @Test
    void picturesLieInAFolderBeside() throws IOException {
        assertThat(new Page(file).picture("a.svg")).isEqualTo(folder.resolve("page/a.svg"));
        assertThat(new Page(file).showing("a.svg", "text")).isEqualTo("![text](page/a.svg)\n");
    }
}
