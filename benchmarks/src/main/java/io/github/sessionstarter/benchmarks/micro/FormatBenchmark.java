package io.github.sessionstarter.benchmarks.micro;

import io.github.sessionstarter.serialization.Msgpack;
import io.github.sessionstarter.serialization.Pickle;
import io.github.sessionstarter.serialization.PlainJson;
import io.github.sessionstarter.serialization.SessionFormat;
import io.github.sessionstarter.serialization.TaggedJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** A session into bytes and out of them, in each format; the floor is Jackson's own mapper. */
@State(Scope.Thread)
public class FormatBenchmark {

    @Param
    public Sample sample = Sample.SMALL;

    @Param
    public Format format = Format.MSGPACK;

    private SessionFormat written = format.create();
    private Map<String, @Nullable Object> data = Map.of();
    private byte[] bytes = {};

    /** The formats, and what they are measured against. */
    public enum Format {
        TAGGED_JSON {
            @Override
            SessionFormat create() {
                return new TaggedJson();
            }
        },
        MSGPACK {
            @Override
            SessionFormat create() {
                return new Msgpack();
            }
        },
        JSON {
            @Override
            SessionFormat create() {
                return new PlainJson();
            }
        },
        PICKLE {
            @Override
            SessionFormat create() {
                return new Pickle(Pickle.Protocol.BINARY);
            }
        },
        JACKSON {
            @Override
            SessionFormat create() {
                return new Jackson(new JsonMapper());
            }
        };

        abstract SessionFormat create();
    }

    private record Jackson(JsonMapper mapper) implements SessionFormat {

        @Override
        public byte[] write(Map<String, @Nullable Object> data) {
            return mapper.writeValueAsBytes(data);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Map<String, @Nullable Object> read(byte[] bytes) {
            return mapper.readValue(bytes, Map.class);
        }

        @Override
        public @Nullable String refusal(@Nullable Object value) {
            return null;
        }
    }

    @Setup
    public void prepare() {
        written = format.create();
        data = sample.data();
        bytes = written.write(data);
    }

    @Benchmark
    public byte[] encode() {
        return written.write(data);
    }

    @Benchmark
    public Object decode() {
        return written.read(bytes);
    }
}
