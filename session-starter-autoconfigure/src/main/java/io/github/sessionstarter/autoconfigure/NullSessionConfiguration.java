package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.repository.NullSessionRepository;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** No sessions at all, {@code session.type=none}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSessionType(SessionType.NONE)
class NullSessionConfiguration {

    @Bean
    @ConditionalOnMissingBean(SessionRepository.class)
    SessionRepository flaskSessionRepository() {
        return new NullSessionRepository(
                "The session cannot be changed, because session.type is none. Set it to what is to keep sessions.");
    }
}
