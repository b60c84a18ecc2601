package io.github.sessionstarter.benchmarks.micro;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What no signer of such sessions can do without, each part warm and used again: Jackson's JSON, zlib, HMAC. No Base64, no
 * tags, no time, no pieces put together.
 */
final class Floor {

    private final JsonMapper mapper = new JsonMapper();
    private final Deflater deflater = new Deflater();
    private final Inflater inflater = new Inflater();
    private final byte[] buffer = new byte[1 << 16];
    private final Mac mac;
    private final Map<String, @Nullable Object> data;
    private final byte[] json;
    private final byte[] compressed;
    private final byte[] signed;

    /**
     * The floor of one session.
     *
     * @param token the session as it was signed
     */
    Floor(Map<String, @Nullable Object> data, String token, String key) {
        this.mac = mac(key);
        this.data = data;
        this.json = mapper.writeValueAsBytes(data);
        this.compressed = compressed(json);
        this.signed = token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    }

    private static Mac mac(String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] compressed(byte[] json) {
        return Arrays.copyOf(buffer, deflate(json));
    }

    private int deflate(byte[] json) {
        deflater.reset();
        deflater.setInput(json);
        deflater.finish();
        return deflater.deflate(buffer);
    }

    private boolean isCompressed() {
        return compressed.length < json.length - 1;
    }

    /** The signature; the rest went through the parts on its way. */
    byte[] sign() {
        // whether it is shorter is not known before
        deflate(mapper.writeValueAsBytes(data));
        return mac.doFinal(signed);
    }

    /** The data; their signature was made anew on the way. */
    Object verify() throws DataFormatException {
        mac.doFinal(signed);
        if (!isCompressed()) {
            return mapper.readValue(json, Map.class);
        }
        inflater.reset();
        inflater.setInput(compressed);
        int length = inflater.inflate(buffer);
        return mapper.readValue(buffer, 0, length, Map.class);
    }
}
