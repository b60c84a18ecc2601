package io.github.sessionstarter.autoconfigure;

/** A property of the session is set to what cannot be. No message holds a secret. */
final class SessionConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * A configuration that stops the application.
     *
     * @param problem what is wrong, with the property's name
     * @param action what to do about it
     */
    SessionConfigurationException(String problem, String action) {
        super(problem);
        this.action = action;
    }

    String action() {
        return action;
    }
}
