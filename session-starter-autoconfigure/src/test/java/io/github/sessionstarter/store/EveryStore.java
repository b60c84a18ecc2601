package io.github.sessionstarter.store;

import com.mongodb.client.MongoClients;
import com.zaxxer.hikari.HikariDataSource;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.server.TemporaryFolder;
import io.github.sessionstarter.store.filesystem.FilesystemSessionStore;
import io.github.sessionstarter.store.jdbc.Databases;
import io.github.sessionstarter.store.jdbc.JdbcSessionStore;
import io.github.sessionstarter.store.memcached.MemcachedSessionStore;
import io.github.sessionstarter.store.memcached.TestMemcached;
import io.github.sessionstarter.store.mongodb.MongoSessionStore;
import io.github.sessionstarter.store.mongodb.TestMongo;
import io.github.sessionstarter.store.redis.RedisSessionStore;
import io.github.sessionstarter.store.redis.TestConnections;
import io.github.sessionstarter.store.redis.TestRedis;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.util.function.SingletonSupplier;

/** Every store on its real server; each is made when it is first asked for, and ends with the JVM. */
public enum EveryStore {
    REDIS_BY_LETTUCE {
        @Override
        SessionStore make() {
            return new RedisSessionStore(REDIS.obtain().lettuce());
        }
    },
    REDIS_BY_JEDIS {
        @Override
        SessionStore make() {
            return new RedisSessionStore(REDIS.obtain().jedis());
        }
    },
    MEMCACHED {
        @Override
        SessionStore make() {
            return new MemcachedSessionStore(TestMemcached.client(TestMemcached.shared()), TestMemcached.TIMEOUT);
        }
    },
    FILESYSTEM {
        @Override
        SessionStore make() {
            return new FilesystemSessionStore(
                    TemporaryFolder.create(), 500, 0600, Duration.ofSeconds(10), Clock.systemUTC());
        }
    },
    MONGODB {
        @Override
        SessionStore make() {
            return new MongoSessionStore(
                    MongoClients.create(TestMongo.uri()), "every_store", "sessions", Clock.systemUTC());
        }
    },
    POSTGRESQL {
        @Override
        SessionStore make() {
            return pooled(Databases.postgresql(), 10);
        }
    },
    MARIADB {
        @Override
        SessionStore make() {
            return pooled(Databases.mariadb(), 10);
        }
    },
    H2 {
        @Override
        SessionStore make() {
            return pooled(Databases.h2(), 10);
        }
    },
    SQLITE {
        @Override
        SessionStore make() {
            // who finds its file locked sleeps: many of them mostly sleep
            return pooled(Databases.sqlite(TemporaryFolder.create().resolve("sessions.db")), 2);
        }
    };

    private static final SingletonSupplier<TestConnections> REDIS =
            SingletonSupplier.of(() -> TestRedis.shared().connections());

    private static final Map<EveryStore, SessionStore> STORES = new EnumMap<>(EveryStore.class);

    abstract SessionStore make();

    public SessionStore store() {
        synchronized (STORES) {
            return STORES.computeIfAbsent(this, EveryStore::make);
        }
    }

    private static SessionStore pooled(DataSource dataSource, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(dataSource);
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(Duration.ofMinutes(1).toMillis());
        JdbcSessionStore store =
                new JdbcSessionStore(pool, null, "every_store", Duration.ofMinutes(1), Clock.systemUTC());
        store.initializeSchema();
        return store;
    }
}
