package io.github.sessionstarter.benchmarks.micro;

import io.github.sessionstarter.serialization.TaggedJson;
import io.github.sessionstarter.signing.BadDataException;
import io.github.sessionstarter.signing.Digest;
import io.github.sessionstarter.signing.KeyDerivation;
import io.github.sessionstarter.signing.PayloadSerializer;
import io.github.sessionstarter.signing.SecretKeys;
import io.github.sessionstarter.signing.Signer;
import io.github.sessionstarter.signing.TimestampSigner;
import io.github.sessionstarter.signing.UrlSafeTimedSerializer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A session into its cookie's value and out of it; and the floor: Jackson, zlib and HMAC alone, on the same bytes. */
@State(Scope.Thread)
public class SigningBenchmark {

    private static final String KEY = "8f2c1d7e5b3a49608fd2c4e6a1b3c5d7";
    private static final Duration LIFETIME = Duration.ofDays(31);
    private static final int MAX_SIZE = 1 << 20;

    @Param
    public Sample sample = Sample.SMALL;

    private Map<String, @Nullable Object> data = Map.of();
    private String token = "";
    private UrlSafeTimedSerializer<Map<String, @Nullable Object>> serializer = serializer();
    private Floor floor = new Floor(data, ".", KEY);

    private static UrlSafeTimedSerializer<Map<String, @Nullable Object>> serializer() {
        Signer signer = new Signer(SecretKeys.of(KEY), "cookie-session", KeyDerivation.HMAC, Digest.SHA1);
        return new UrlSafeTimedSerializer<>(
                new Payload(new TaggedJson()), new TimestampSigner(signer, Clock.systemUTC()), MAX_SIZE);
    }

    private record Payload(TaggedJson json) implements PayloadSerializer<Map<String, @Nullable Object>> {

        @Override
        public byte[] dumps(Map<String, @Nullable Object> data) {
            return json.write(data);
        }

        @Override
        public Map<String, @Nullable Object> loads(byte[] payload) {
            return json.read(payload);
        }
    }

    @Setup
    public void prepare() {
        data = sample.data();
        token = serializer.dumps(data);
        floor = new Floor(data, token, KEY);
    }

    @Benchmark
    public String sign() {
        return serializer.dumps(data);
    }

    @Benchmark
    public byte[] signFloor() {
        return floor.sign();
    }

    @Benchmark
    public Object verify() throws BadDataException {
        return serializer.loads(token, LIFETIME).object();
    }

    @Benchmark
    public Object verifyFloor() throws DataFormatException {
        return floor.verify();
    }
}
