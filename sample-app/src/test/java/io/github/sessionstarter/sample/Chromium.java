package io.github.sessionstarter.sample;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.util.FileSystemUtils;

/** The real browser, without a window; Debian's own, since nothing is downloaded for a test. */
final class Chromium implements AutoCloseable {

    private static final String BROWSER = "chromium";
    private static final String DRIVER = "chromedriver";

    /** It is to do nothing but what it is told. */
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Path profile;
    private final ChromeDriver driver;

    private Chromium(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /** Skips the test where there is no Chromium, or fails it if Chromium is required. */
    static void require() {
        for (String program : List.of(BROWSER, DRIVER)) {
            if (find(program).isEmpty()) {
                throw Prerequisite.missing(
                        BROWSER, "No " + program + " on the PATH (Debian has it in chromium and chromium-driver)");
            }
        }
    }

    /** Starts a browser that has seen nothing yet. */
    static Chromium start() {
        Path profile;
        try {
            profile = Files.createTempDirectory("chromium");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChromeOptions options = new ChromeOptions()
                .setBinary(find(BROWSER).orElseThrow().toFile())
                .addArguments(ARGUMENTS)
                .addArguments("--user-data-dir=" + profile);
        // for the test that makes its own certificate
        options.setAcceptInsecureCerts(true);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(find(DRIVER).orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return new Chromium(profile, new ChromeDriver(service, options));
    }

    private static Optional<Path> find(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Forgets what another test did. */
    void forget() {
        command("Network.clearBrowserCookies", Map.of());
        prefer("light");
        resize(1000, 800);
        driver.get("about:blank");
    }

    /** What the person in front of it likes better: {@code light} or {@code dark}. */
    void prefer(String scheme) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** How large the page is seen, in CSS pixels. */
    void resize(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    @Override
    public void close() throws IOException {
        driver.quit();
        FileSystemUtils.deleteRecursively(profile);
    }
}
