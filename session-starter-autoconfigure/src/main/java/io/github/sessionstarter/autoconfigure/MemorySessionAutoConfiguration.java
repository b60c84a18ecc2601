package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/**
 * For tests alone: {@code @WebMvcTest} slices, which have controllers and no connections, and tests that ask for it by
 * {@code @AutoConfigureMemorySessions} of session-starter-test. Where the {@code session.type} is a store, its sessions
 * are in memory.
 */
@AutoConfiguration(before = SessionAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnStoreType
public final class MemorySessionAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean({SessionStore.class, SessionRepository.class})
    MemorySessionStore flaskMemorySessionStore(ObjectProvider<Clock> clock) {
        return new MemorySessionStore(clock.getIfUnique(Clock::systemUTC));
    }
}
