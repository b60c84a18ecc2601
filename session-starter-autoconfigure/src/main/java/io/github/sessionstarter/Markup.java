package io.github.sessionstarter;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** HTML that is safe to print as it is; {@code markupsafe.Markup}. Its {@code toString} is the HTML. */
public final class Markup {

    private final String html;

    private Markup(String html) {
        this.html = html;
    }

    /**
     * Declares HTML as safe to print. Never call it with text that came from outside: see {@link #escape}.
     *
     * @param html printed as it is
     * @return the markup
     */
    public static Markup of(String html) {
        return new Markup(html);
    }

    /**
     * A value's text with {@code & < > " '} escaped ({@code markupsafe.escape}); a Markup stays as it is.
     *
     * @param value its {@code toString} is escaped; null is the text {@code null}
     * @return HTML that shows the value
     */
    public static Markup escape(@Nullable Object value) {
        if (value instanceof Markup markup) {
            return markup;
        }
        String text = String.valueOf(value);
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&#34;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return new Markup(html.toString());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Markup markup && html.equals(markup.html);
    }

    @Override
    public int hashCode() {
        return html.hashCode();
    }

    /** The HTML; also what Jackson writes for it. */
    @Override
    @JsonValue
    public String toString() {
        return html;
    }
}
