package io.github.sessionstarter.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;

/** The bean that a store connects through: the one that the application marked for sessions, or its only or primary one. */
final class Connection {

    private Connection() {}

    /**
     * The bean.
     *
     * @param type of the bean, for the error
     * @param action what to do where there is none
     * @throws SessionConfigurationException where there is none, or there are several and none is marked
     */
    static <T> T of(Class<T> type, ObjectProvider<T> marked, ObjectProvider<T> all, String action) {
        T connection = marked.getIfUnique();
        if (connection == null) {
            connection = all.getIfUnique();
        }
        if (connection != null) {
            return connection;
        }
        long count = all.stream().count();
        if (count > 1) {
            throw new SessionConfigurationException(
                    "There are " + count + " beans of type " + type.getName() + ", and none is marked for sessions.",
                    "Mark the one that sessions are to use with @SessionConnection, or as @Primary.");
        }
        throw new SessionConfigurationException(
                "Sessions need a bean of type " + type.getName() + ", and there is none.", action);
    }
}
