package io.github.sessionstarter.sample;

import com.mongodb.client.MongoClient;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Leaves MongoDB's client alone until a session store asks for it. The client connects in the background as soon as it
 * is made, and logs for ever that it cannot where no MongoDB runs, which only {@code session.type=mongodb} needs.
 */
@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    @Bean
    static BeanFactoryPostProcessor lazyMongoClient() {
        return beans -> {
            for (String name : beans.getBeanNamesForType(MongoClient.class, true, false)) {
                beans.getBeanDefinition(name).setLazyInit(true);
            }
        };
    }
}
