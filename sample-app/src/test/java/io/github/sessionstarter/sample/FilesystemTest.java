package io.github.sessionstarter.sample;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@RunningFlaskr
@TestPropertySource(properties = "session.type=filesystem")
class FilesystemTest extends StoredSessionContract {

    @TempDir
    static Path folder;

    FilesystemTest() {
        super("filesystem", "pickle", TOLD);
    }

    @DynamicPropertySource
    static void keepInFolder(DynamicPropertyRegistry registry) {
        registry.add("session.file.dir", () -> folder.toString());
    }
}
