package io.github.sessionstarter.server;

import io.github.sessionstarter.store.memcached.TestMemcached;
import io.github.sessionstarter.store.mongodb.TestMongo;
import io.github.sessionstarter.store.redis.TestRedis;
import java.util.Map;
import java.util.UUID;

/** The stores, as an application's properties name them; a server starts when it is first asked for and ends with the JVM. */
public enum Stores {
    REDIS {
        @Override
        public Map<String, String> properties() {
            return Map.of(
                    "session.type",
                    "redis",
                    "spring.data.redis.port",
                    "" + TestRedis.shared().port());
        }
    },
    MEMCACHED {
        @Override
        public Map<String, String> properties() {
            return Map.of(
                    "session.type",
                    "memcached",
                    "session.memcached-servers",
                    "127.0.0.1:" + TestMemcached.shared().port());
        }
    },
    FILESYSTEM {
        @Override
        public Map<String, String> properties() {
            return Map.of(
                    "session.type",
                    "filesystem",
                    "session.file.dir",
                    TemporaryFolder.create().toString());
        }
    },
    MONGODB {
        @Override
        public Map<String, String> properties() {
            return Map.of("session.type", "mongodb", "spring.mongodb.uri", TestMongo.uri());
        }
    },
    JDBC {
        @Override
        public Map<String, String> properties() {
            return Map.of("session.type", "jdbc", "spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID());
        }
    };

    /** What an application sets to keep its sessions there. */
    public abstract Map<String, String> properties();

    public static int redisPort() {
        return TestRedis.shared().port();
    }

    public static int memcachedPort() {
        return TestMemcached.shared().port();
    }
}
