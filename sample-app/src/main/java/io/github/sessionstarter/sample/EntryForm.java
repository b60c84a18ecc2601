package io.github.sessionstarter.sample;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An entry as it is typed. The lengths are those of the table's columns. */
record EntryForm(
        @NotBlank(message = "An entry needs a title") @Size(max = MAX_TITLE, message = "The title is too long")
        String title,

        @NotNull @Size(max = MAX_TEXT, message = "The text is too long")
        String text) {

    static final int MAX_TITLE = 200;
    static final int MAX_TEXT = 10_000;

    static final EntryForm EMPTY = new EntryForm("", "");
}
