package io.github.sessionstarter.benchmarks.startup;

import java.lang.management.ManagementFactory;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A web application that does nothing, and says what its start took. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class EmptyApplication {

    /** What stands before the milliseconds, the beans and the classes. */
    static final String STARTED = "started ";

    /**
     * Starts, tells, and ends.
     *
     * @param args properties as Boot takes them
     */
    public static void main(String[] args) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(EmptyApplication.class)
                .properties(Map.of(
                        "server.port", 0,
                        "spring.main.banner-mode", "off",
                        "logging.level.root", "warn",
                        "session.secret-key", "hex:8f2c1d7e5b3a49608fd2c4e6a1b3c5d7"))
                .run(args)) {
            long started = ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.println(STARTED
                    + (System.currentTimeMillis() - started)
                    + " "
                    + context.getBeanDefinitionCount()
                    + " "
                    + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        }
    }
}
