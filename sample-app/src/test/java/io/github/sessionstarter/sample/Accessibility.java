package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What must hold of every page for everybody, asked of the page that a browser shows by {@code accessibility.js}. */
final class Accessibility {

    /** CSS pixels: what WCAG's 1.4.10 takes for a narrow screen. */
    private static final int NARROW = 320;

    private static final String SCRIPT = script();

    private final Chromium chromium;

    Accessibility(Chromium chromium) {
        this.chromium = chromium;
    }

    private static String script() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/accessibility.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to one of the script's questions. */
    Object ask(String question) {
        return chromium.driver().executeScript(SCRIPT + "return " + question + "()");
    }

    @SuppressWarnings("unchecked")
    List<String> list(String question) {
        return (List<String>) ask(question);
    }

    void assertHolds() {
        assertThat(list("flaws")).isEmpty();
        assertCanBeRead("light");
        assertCanBeRead("dark");
        chromium.resize(NARROW, 640);
        assertThat(ask("cutOff")).as("what a narrow screen cuts off").isEqualTo(0L);
    }

    private void assertCanBeRead(String scheme) {
        chromium.prefer(scheme);
        assertThat(list("paleTexts")).as("pale texts, " + scheme).isEmpty();
        assertThat(list("faintControls")).as("faint controls, " + scheme).isEmpty();
    }
}
