package io.github.sessionstarter;

/** A session could not be saved, because others wrote its record each time that it was being saved. */
public final class SessionConflictException extends SessionStoreException {

    private static final long serialVersionUID = 1L;

    /**
     * After this many tries.
     *
     * @param tries how often it was tried
     */
    public SessionConflictException(int tries) {
        super("Somebody else wrote the session's record each time that it was to be saved; tries: " + tries, null);
    }
}
