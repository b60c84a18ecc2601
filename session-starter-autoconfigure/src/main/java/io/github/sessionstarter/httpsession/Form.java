package io.github.sessionstarter.httpsession;

import org.jspecify.annotations.Nullable;

/** An attribute as it lies in the session. */
sealed interface Form permits PlainForm, TypedForm {

    /** What is put into the session. */
    Object stored();

    /** What the session keeps beside it, to tell what it is; null: nothing. */
    @Nullable
    String note();

    /** Whether it is what another one is. */
    boolean isSame(Form other);
}
