package io.github.sessionstarter.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class FlaskrApplication {

    public static void main(String[] args) {
        SpringApplication.run(FlaskrApplication.class, args);
    }
}
