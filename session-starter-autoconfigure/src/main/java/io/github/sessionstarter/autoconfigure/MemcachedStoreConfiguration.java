package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.memcached.MemcachedConnectionFactory;
import io.github.sessionstarter.store.memcached.MemcachedSessionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import net.spy.memcached.MemcachedClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sessions in memcached, {@code session.type=memcached}. The client is one of our own: sessions need the binary protocol,
 * and one that does not send the keys of a server that is down to others.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSessionType(SessionType.MEMCACHED)
class MemcachedStoreConfiguration {

    @Bean(destroyMethod = "shutdown", defaultCandidate = false)
    @ConditionalOnMissingBean(SessionStore.class)
    MemcachedClient flaskMemcachedClient(SessionProperties properties) {
        List<InetSocketAddress> servers = properties.getMemcachedServers().stream()
                .map(MemcachedStoreConfiguration::address)
                .toList();
        if (servers.isEmpty()) {
            throw new SessionConfigurationException(
                    "session.memcached-servers names no server.", "Set it to one or more of the form host:port.");
        }
        try {
            return new MemcachedClient(new MemcachedConnectionFactory(StoreTimeout.of(properties)), servers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress address(String server) {
        int colon = server.lastIndexOf(':');
        try {
            String host = server.substring(0, Math.max(colon, 0)).trim();
            int port = Integer.parseInt(server.substring(colon + 1).trim());
            if (!host.isEmpty()) {
                return new InetSocketAddress(host, port);
            }
        } catch (IllegalArgumentException e) {
            // no port, or one that cannot be
        }
        throw new SessionConfigurationException(
                "session.memcached-servers has '" + server + "', which is not of the form host:port.",
                "Set it to one or more of the form host:port.");
    }

    @Bean
    @ConditionalOnMissingBean(SessionStore.class)
    MemcachedSessionStore flaskSessionStore(
            SessionProperties properties, @Qualifier("flaskMemcachedClient") MemcachedClient client) {
        return new MemcachedSessionStore(client, properties.getStoreTimeout());
    }
}
