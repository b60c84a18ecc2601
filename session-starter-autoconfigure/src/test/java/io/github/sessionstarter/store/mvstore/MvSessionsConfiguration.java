package io.github.sessionstarter.store.mvstore;

import io.github.sessionstarter.SessionStore;
import java.time.Clock;
import org.h2.mvstore.MVStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MvSessionsConfiguration {

    @Bean
    MVStore sessionFile(@Value("${shop.session-file}") String file) {
        return MVStore.open(file);
    }

    @Bean
    SessionStore mvSessionStore(MVStore sessionFile) {
        return new MvSessionStore(sessionFile, Clock.systemUTC());
    }
}
