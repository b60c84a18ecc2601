package io.github.sessionstarter.server;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The containers that the tests run on. */
public enum ServletContainer {
    TOMCAT(TomcatConfiguration.class),
    JETTY(JettyConfiguration.class);

    final Class<?> configuration;

    ServletContainer(Class<?> configuration) {
        this.configuration = configuration;
    }

    @Configuration(proxyBeanMethods = false)
    static class TomcatConfiguration {

        @Bean
        ServletWebServerFactory webServerFactory() {
            TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory();
            // as the specification has it (9.4): nothing more is written after a forward
            factory.addContextCustomizers(context -> context.setSuspendWrappedResponseAfterForward(true));
            return factory;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class JettyConfiguration {

        @Bean
        ServletWebServerFactory webServerFactory() {
            return new JettyServletWebServerFactory();
        }
    }
}
