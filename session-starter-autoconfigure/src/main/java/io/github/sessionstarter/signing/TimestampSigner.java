package io.github.sessionstarter.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Signs a value together with the time of signing; {@code itsdangerous.TimestampSigner}. A signed value reads
 * <code><i>value</i>.<i>seconds</i>.<i>signature</i></code>. Safe for use by several threads.
 */
public final class TimestampSigner {

    private final Signer signer;
    private final Clock clock;

    /**
     * @param signer puts the signature behind value and time
     * @param clock tells the time of signing and the present time of verifying; whole seconds count
     */
    public TimestampSigner(Signer signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    /** A value that was signed, and when, to the second. */
    public record Timestamped(byte[] value, Instant signedAt) {

        /** Shows when it was signed, not what. */
        @Override
        public String toString() {
            return "Timestamped[signedAt=" + signedAt + "]";
        }
    }

    /** The value with the present time and the signature of both. */
    public byte[] sign(byte[] value) {
        byte[] timestamp = UrlSafeBase64.encode(withoutLeadingZeros(now()));
        return signer.sign(Signer.join(value, timestamp));
    }

    /**
     * The value without time and signature.
     *
     * @param maxAge how old the signature may be, in whole seconds, the last one included
     * @throws BadSignatureException where there is no signature or time, or none of the keys made the signature
     * @throws SignatureExpiredException where the signature is right but older than {@code maxAge}, or from the future
     */
    public Timestamped unsign(byte[] signed, Duration maxAge) throws BadSignatureException, SignatureExpiredException {
        Verified verified = verify(signed, maxAge);
        return new Timestamped(Arrays.copyOf(signed, verified.length()), verified.signedAt());
    }

    /** How long the value is before its time and its signature, and when it was signed. */
    record Verified(int length, Instant signedAt) {}

    /** As {@link #unsign}. */
    Verified verify(byte[] signed, Duration maxAge) throws BadSignatureException, SignatureExpiredException {
        int timestamped = signer.verify(signed);
        int length = Signer.lastSeparator(signed, timestamped);
        if (length < 0) {
            throw new BadSignatureException("There is no timestamp");
        }
        long signedAt = seconds(signed, length + 1, timestamped);
        long age = now() - signedAt;
        if (age > maxAge.toSeconds()) {
            throw new SignatureExpiredException("The signature is older than " + maxAge.toSeconds() + " s");
        }
        if (age < 0) {
            throw new SignatureExpiredException("The signature is from the future");
        }
        return new Verified(length, Instant.ofEpochSecond(signedAt));
    }

    /** In seconds since 1970. An Instant would be told in nanoseconds, which takes longer than reading most timestamps. */
    private long now() {
        return Math.floorDiv(clock.millis(), 1000L);
    }

    private static byte[] withoutLeadingZeros(long seconds) {
        int length = (64 - Long.numberOfLeadingZeros(seconds) + 7) / 8;
        byte[] bytes = new byte[length];
        for (int i = length - 1; i >= 0; i--) {
            bytes[i] = (byte) seconds;
            seconds >>>= 8;
        }
        return bytes;
    }

    private static long seconds(byte[] text, int from, int to) throws BadSignatureException {
        byte[] bytes = UrlSafeBase64.decode(text, from, to);
        if (bytes == null || bytes.length > 8) {
            throw new BadSignatureException("The timestamp is malformed");
        }
        long seconds = 0;
        for (byte b : bytes) {
            seconds = seconds << 8 | (b & 0xff);
        }
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            throw new BadSignatureException("The timestamp is malformed");
        }
        return seconds;
    }
}
