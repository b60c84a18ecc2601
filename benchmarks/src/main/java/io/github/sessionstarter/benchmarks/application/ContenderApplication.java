package io.github.sessionstarter.benchmarks.application;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A JVM that serves one contender's application, and says on which port. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class ContenderApplication {

    /** What stands before the port in the line that tells it. */
    public static final String PORT = "port ";

    private static final Map<String, Object> DEFAULTS = Map.of(
            "server.port", 0,
            "server.address", "127.0.0.1",
            // else each hundredth request pays for a new connection
            "server.tomcat.max-keep-alive-requests", -1,
            "spring.main.banner-mode", "off",
            "logging.level.root", "warn",
            "session.secret-key", "hex:8f2c1d7e5b3a49608fd2c4e6a1b3c5d7e9f00112233445566778899aabbccdde",
            // a log-in in each request makes more sessions than any application has
            "session.file.threshold", 0);

    /**
     * Starts one.
     *
     * @param args the contender's name, and properties as Boot takes them
     */
    public static void main(String[] args) {
        ConfigurableApplicationContext context = start(Contender.valueOf(args[0]), args);
        System.out.println(PORT + context.getEnvironment().getProperty("local.server.port"));
    }

    /** An application of the contender, in this JVM. */
    public static ConfigurableApplicationContext start(Contender contender, String... args) {
        Map<String, Object> properties = contender.properties().stream()
                .map(property -> property.split("=", 2))
                .collect(Collectors.toMap(property -> property[0], property -> property[1]));
        return new SpringApplicationBuilder(ContenderApplication.class, contender.configuration())
                .web(WebApplicationType.SERVLET)
                .properties(DEFAULTS)
                .properties(properties)
                .run(args);
    }
}
