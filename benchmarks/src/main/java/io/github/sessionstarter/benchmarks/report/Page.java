package io.github.sessionstarter.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of Markdown that people write, and in it sections that are written anew with each measurement: what stands
 * between {@code <!-- begin name -->} and {@code <!-- end name -->}. Pictures go into a folder beside it, of its name.
 */
public final class Page {

    private final Path file;

    public Page(Path file) {
        this.file = file;
    }

    /**
     * Replaces a section, and prints it.
     *
     * @throws IllegalArgumentException where the page has no such section
     */
    public void write(String section, String markdown) throws IOException {
        String begin = "<!-- begin " + section + " -->";
        String end = "<!-- end " + section + " -->";
        String page = Files.readString(file);
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(file.getFileName() + " has no section " + section);
        }
        Files.writeString(file, page.substring(0, from) + begin + "\n" + markdown.strip() + "\n" + page.substring(to));
        System.out.println("\n" + markdown.strip() + "\n");
    }

    /** Where a picture lies. */
    public Path picture(String name) throws IOException {
        return Files.createDirectories(folder()).resolve(name);
    }

    /** The Markdown that shows it. */
    public String showing(String name, String text) {
        return "![" + text + "](" + folder().getFileName() + "/" + name + ")\n";
    }

    private Path folder() {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')));
    }
}
