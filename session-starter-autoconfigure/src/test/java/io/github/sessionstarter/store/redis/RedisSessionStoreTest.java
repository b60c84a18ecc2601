package io.github.sessionstarter.store.redis;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

class RedisSessionStoreTest {

    private static TestRedis redis;

    /** It answers GETEX as servers before 6.2 do. */
    private static TestRedis oldRedis;

    private static TestConnections connections;
    private static TestConnections sevenCommands;
    private static TestConnections oldConnections;

    @BeforeAll
    static void start() {
        redis = TestRedis.start(
                "user app on >secret ~* resetchannels -@all +get +getex +set +del +expire +evalsha +eval");
        oldRedis = TestRedis.start("rename-command GETEX \"\"");
        connections = redis.connections();
        sevenCommands = redis.connections("app", "secret");
        oldConnections = oldRedis.connections();
    }

    @AfterAll
    static void stop() {
        connections.close();
        sevenCommands.close();
        oldConnections.close();
        redis.close();
        oldRedis.close();
    }

    @Nested
    class OnLettuce extends RedisContract {

        OnLettuce() {
            super(connections.lettuce());
        }
    }

    @Nested
    class OnJedis extends RedisContract {

        OnJedis() {
            super(connections.jedis());
        }
    }

    @Nested
    class OnLettuceWithSevenCommandsAllowed extends RedisContract {

        OnLettuceWithSevenCommandsAllowed() {
            super(sevenCommands.lettuce());
        }
    }

    @Nested
    class OnJedisWithSevenCommandsAllowed extends RedisContract {

        OnJedisWithSevenCommandsAllowed() {
            super(sevenCommands.jedis());
        }
    }

    @Nested
    class OnLettuceBefore62 extends RedisContract {

        OnLettuceBefore62() {
            super(oldConnections.lettuce());
        }
    }

    @Nested
    class OnJedisBefore62 extends RedisContract {

        OnJedisBefore62() {
            super(oldConnections.jedis());
        }
    }
}
