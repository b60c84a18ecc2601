package io.github.sessionstarter.signing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.DataFormatException;

/**
 * Turns an object into a signed, timed token of URL-safe characters and back; {@code
 * itsdangerous.URLSafeTimedSerializer}. The payload is compressed by zlib where that makes it shorter by more than one
 * byte; a leading dot tells. One so short, and with so little in it that comes again, that zlib would hardly help is not
 * tried, though itsdangerous does: both read either. Safe for use by several threads where its serializer is.
 *
 * @param <T> the objects
 */
public final class UrlSafeTimedSerializer<T> {

    private final PayloadSerializer<T> serializer;
    private final TimestampSigner signer;
    private final int maxPayloadSize;

    /**
     * @param maxPayloadSize how many bytes a compressed payload may inflate to; more is a bad payload
     */
    public UrlSafeTimedSerializer(PayloadSerializer<T> serializer, TimestampSigner signer, int maxPayloadSize) {
        this.serializer = serializer;
        this.signer = signer;
        this.maxPayloadSize = maxPayloadSize;
    }

    /**
     * What a token held, and when it was signed, to the second.
     *
     * @param <T> the object
     */
    public record Loaded<T>(T object, Instant signedAt) {

        /** Shows when it was signed, not what. */
        @Override
        public String toString() {
            return "Loaded[signedAt=" + signedAt + "]";
        }
    }

    /** The object as a token. */
    public String dumps(T object) {
        byte[] payload = serializer.dumps(object);
        byte[] compressed = Zlib.mayShorten(payload) ? Zlib.compress(payload, payload.length - 1) : null;
        byte[] value;
        if (compressed == null) {
            value = UrlSafeBase64.encode(payload);
        } else {
            byte[] text = UrlSafeBase64.encode(compressed);
            value = new byte[1 + text.length];
            value[0] = Signer.SEPARATOR;
            System.arraycopy(text, 0, value, 1, text.length);
        }
        return new String(signer.sign(value), StandardCharsets.ISO_8859_1);
    }

    /**
     * The object of a token. The signature is verified before anything of the payload is looked at.
     *
     * @param maxAge how old the token may be, in whole seconds, the last one included
     * @throws BadSignatureException where the token has no signature or time, or none of the keys made the signature
     * @throws SignatureExpiredException where the token is older than {@code maxAge}, or from the future
     * @throws BadPayloadException where what was signed is too large or cannot be read
     */
    public Loaded<T> loads(String token, Duration maxAge)
            throws BadSignatureException, SignatureExpiredException, BadPayloadException {
        byte[] signed = token.getBytes(StandardCharsets.UTF_8);
        TimestampSigner.Verified verified = signer.verify(signed, maxAge);
        byte[] payload = payload(signed, verified.length());
        try {
            return new Loaded<>(serializer.loads(payload), verified.signedAt());
        } catch (RuntimeException | StackOverflowError e) {
            // not as the cause: parsers quote what they choke on
            throw new BadPayloadException(
                    "The payload cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** The payload of {@code value[0, length)}. */
    private byte[] payload(byte[] value, int length) throws BadPayloadException {
        boolean compressed = length > 0 && value[0] == Signer.SEPARATOR;
        byte[] payload = UrlSafeBase64.decode(value, compressed ? 1 : 0, length);
        if (payload == null) {
            throw new BadPayloadException("The payload is no Base64");
        }
        if (!compressed) {
            return payload;
        }
        try {
            return Zlib.inflate(payload, maxPayloadSize);
        } catch (DataFormatException e) {
            throw new BadPayloadException("The payload is no zlib stream of " + maxPayloadSize + " bytes or fewer");
        }
    }
}
