package io.github.sessionstarter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Prerequisite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on a disk of their own that is small, gets full, and read-only. The disk is that of another process alone. */
class FullDiskTest {

    private static final int NO_DISK = 77;

    @TempDir
    private Path directory;

    @Test
    void whatCannotBeWrittenIs503AndNothingIsLost() throws Exception {
        Prerequisite.program("tmpfs", "unshare", "util-linux");
        List<String> command = List.of(
                "unshare",
                "-m",
                "sh",
                "-c",
                "mount -t tmpfs -o size=256k none \"$0\" || exit " + NO_DISK + "; exec \"$@\"",
                directory.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                FullDisk.class.getName(),
                directory.toString());

        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();

        if (status == NO_DISK || output.startsWith("unshare:")) {
            throw Prerequisite.missing("tmpfs", "'unshare -m mount -t tmpfs' fails: it needs root. " + output);
        }
        assertThat(status).as(output).isZero();
    }
}
