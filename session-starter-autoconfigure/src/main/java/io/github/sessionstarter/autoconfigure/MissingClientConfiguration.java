package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Says what to add where the {@code session.type} has no client, and the application no store or repository of its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnStoreType
@ConditionalOnMissingBean({SessionStore.class, SessionRepository.class})
class MissingClientConfiguration {

    @Bean
    static BeanFactoryPostProcessor flaskMissingClient(Environment environment) {
        return beans -> SessionType.of(environment).requireClient(beans.getBeanClassLoader());
    }
}
