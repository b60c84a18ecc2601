package io.github.sessionstarter.server;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Sessions in a store answer as Flask-Session does on Redis, whatever the store. */
class StoreConversationTest {

    @TestFactory
    Stream<DynamicNode> answersAsFlaskSessionDoes() {
        return Stream.of(Stores.values())
                .map(store -> DynamicContainer.dynamicContainer(
                        store.name(),
                        new Conversations(ServletContainer.TOMCAT, store.properties(), new SidCheck())
                                .replay("http_server_side.json")));
    }
}
