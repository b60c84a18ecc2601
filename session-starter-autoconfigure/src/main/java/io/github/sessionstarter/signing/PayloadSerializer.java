package io.github.sessionstarter.signing;

/**
 * What a {@link UrlSafeTimedSerializer} writes its objects with; itsdangerous' {@code serializer} argument.
 *
 * @param <T> the objects
 */
public interface PayloadSerializer<T> {

    /** The object as bytes. */
    byte[] dumps(T object);

    /**
     * The object again. The bytes come from a holder of a key, but perhaps from another program.
     *
     * @throws RuntimeException where they can't be read; its message goes nowhere
     */
    T loads(byte[] payload);
}
