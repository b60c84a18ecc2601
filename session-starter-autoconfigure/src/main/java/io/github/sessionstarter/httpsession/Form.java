package io.github.sessionstarter.httpsession;

/** An attribute as it lies in the session. */
sealed interface Form permits PlainForm, TypedForm {

    /** What is put into the session. */
    Object stored();

    /** Whether it is what another one is. */
    boolean isSame(Form other);
}
