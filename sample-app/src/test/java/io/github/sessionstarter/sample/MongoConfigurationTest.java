package io.github.sessionstarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

@RunningFlaskr
class MongoConfigurationTest {

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Test
    void theClientIsThereAndNotMadeOnTheCookie() {
        String[] clients = beans.getBeanNamesForType(MongoClient.class, true, false);

        assertThat(clients).hasSize(1).noneMatch(beans::containsSingleton);
    }
}
