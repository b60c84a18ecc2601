package io.github.sessionstarter.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown; all columns but the first hold figures. */
public final class Table {

    private final List<String> lines = new ArrayList<>();

    public Table(String first, String... figures) {
        row(first, (Object[]) figures);
        lines.add("|---|" + "---:|".repeat(figures.length));
    }

    public Table row(String first, Object... figures) {
        StringBuilder line = new StringBuilder("| ").append(first).append(" |");
        for (Object figure : figures) {
            line.append(' ').append(figure).append(" |");
        }
        lines.add(line.toString());
        return this;
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
