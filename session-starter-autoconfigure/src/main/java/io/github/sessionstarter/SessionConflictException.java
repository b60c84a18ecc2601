package io.github.sessionstarter;

/** A session could not be saved, because others changed it again and again while it was being saved. */
public final class SessionConflictException extends SessionStoreException {

    private static final long serialVersionUID = 1L;

    /**
     * After this many tries.
     *
     * @param tries how often it was tried
     */
    public SessionConflictException(int tries) {
        super(
                "The session was changed by other requests each of the " + tries
                        + " times that this one tried to save it",
                null);
    }
}
