package io.github.sessionstarter.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.Stores;
import io.github.sessionstarter.server.TestServer;
import io.github.sessionstarter.store.memcached.TestMemcached;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import net.spy.memcached.MemcachedClient;
import org.junit.jupiter.api.Test;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** DESIGN's counted commands on memcached and MongoDB; those on Redis are counted in {@code RedisCommandCountTest}. */
class CommandBudgetTest {

    /** An application that hears of each command that its MongoDB client sends. */
    @Configuration(proxyBeanMethods = false)
    @Import(BudgetApplication.class)
    static class Heard {

        @Bean
        SentCommands sentCommands() {
            return new SentCommands();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer listening(SentCommands commands) {
            return settings -> settings.addCommandListener(commands);
        }
    }

    /** The commands that touch data. */
    static final class SentCommands implements CommandListener {

        private static final Set<String> OF_DATA =
                Set.of("find", "insert", "update", "delete", "findAndModify", "aggregate");

        private final List<String> names = new CopyOnWriteArrayList<>();

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (OF_DATA.contains(event.getCommandName())) {
                names.add(event.getCommandName());
            }
        }

        int count() {
            return names.size();
        }
    }

    private static void spendsWhatItMay(TestServer server, ToIntFunction<TestServer> commands) {
        Browser visitor = server.browser();
        Browser user = server.browser();
        user.get("/change");

        assertThat(cost(server, commands, visitor, "/untouched")).isZero();
        assertThat(cost(server, commands, visitor, "/read")).isZero();
        assertThat(cost(server, commands, user, "/untouched")).isEqualTo(1);
        assertThat(cost(server, commands, user, "/read")).isEqualTo(1);
        assertThat(cost(server, commands, user, "/change")).isEqualTo(2);
        assertThat(cost(server, commands, user, "/regenerate")).isEqualTo(3);
        assertThat(cost(server, commands, user, "/log-out")).isEqualTo(2);
        assertThat(cost(server, commands, server.browser(), "/change")).isEqualTo(1);
    }

    private static int cost(TestServer server, ToIntFunction<TestServer> commands, Browser browser, String path) {
        int before = commands.applyAsInt(server);
        assertThat(browser.get(path).status()).isEqualTo(200);
        return commands.applyAsInt(server) - before;
    }

    @Test
    void onMemcached() {
        MemcachedClient client = TestMemcached.client(TestMemcached.shared());
        try (TestServer server =
                TestServer.start(ServletContainer.TOMCAT, BudgetApplication.class, Stores.MEMCACHED.properties())) {
            spendsWhatItMay(server, unused -> commandsOf(client));
        } finally {
            client.shutdown();
        }
    }

    /** As memcached counts them: get-and-touch is a touch there, and deletions are counted by their outcome. */
    private static int commandsOf(MemcachedClient client) {
        Map<String, String> stats = client.getStats().values().iterator().next();
        return Stream.of("cmd_get", "cmd_set", "cmd_touch", "delete_hits", "delete_misses")
                .mapToInt(name -> Integer.parseInt(stats.get(name)))
                .sum();
    }

    @Test
    void onMongodb() {
        try (TestServer server = TestServer.start(ServletContainer.TOMCAT, Heard.class, Stores.MONGODB.properties())) {
            spendsWhatItMay(
                    server,
                    running -> running.context().getBean(SentCommands.class).count());
        }
    }
}
