package io.github.sessionstarter.autoconfigure;

import java.util.Map;
import java.util.function.Consumer;
import org.springframework.aot.generate.GeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.web.context.servlet.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.test.tools.Compiled;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;

/** An application after Spring's processing ahead of time. */
record ProcessedApplication(ClassName initializer, TestGenerationContext generation) {

    /**
     * Processes one.
     *
     * @param properties what is set at that time
     */
    static ProcessedApplication of(Map<String, String> properties, Class<?>... configurations) {
        AnnotationConfigServletWebApplicationContext context = new AnnotationConfigServletWebApplicationContext();
        set(context, properties);
        context.register(
                SessionAutoConfiguration.class, DataRedisAutoConfiguration.class, MongoAutoConfiguration.class);
        if (configurations.length > 0) {
            context.register(configurations);
        }
        TestGenerationContext generation = new TestGenerationContext(ClassName.get("com.example", "Application"));
        ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        generation.writeGeneratedContent();
        return new ProcessedApplication(initializer, generation);
    }

    RuntimeHints hints() {
        return generation.getRuntimeHints();
    }

    /** The names of the generated classes. */
    String sources() {
        return String.join(
                " ",
                generation
                        .getGeneratedFiles()
                        .getGeneratedFiles(GeneratedFiles.Kind.SOURCE)
                        .keySet());
    }

    private static void set(GenericApplicationContext context, Map<String, String> properties) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.copyOf(properties)));
    }

    /**
     * Runs it, with the generated code alone.
     *
     * @param properties what is set now
     */
    void run(Map<String, String> properties, Consumer<GenericApplicationContext> test) {
        TestCompiler.forSystem().with(generation).compile(compiled -> {
            try (GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext())) {
                set(context, properties);
                initializer(compiled).initialize(context);
                context.refresh();
                test.accept(context);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private ApplicationContextInitializer<GenericApplicationContext> initializer(Compiled compiled) {
        return compiled.getInstance(ApplicationContextInitializer.class, initializer.reflectionName());
    }
}
