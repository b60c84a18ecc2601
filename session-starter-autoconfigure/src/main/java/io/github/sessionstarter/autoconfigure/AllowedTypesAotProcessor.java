package io.github.sessionstarter.autoconfigure;

import io.github.sessionstarter.httpsession.HttpSessionView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Hints for what {@code session.http-session.allowed-types} names: a native image finds a class by its name, and Jackson
 * its members, only where both were announced. What is named after the build is not known there.
 */
final class AllowedTypesAotProcessor implements BeanFactoryInitializationAotProcessor {

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(HttpSessionView.class, true, false).length == 0) {
            return null;
        }
        SessionProperties properties =
                Binder.get(beans.getBean(Environment.class)).bindOrCreate("session", SessionProperties.class);
        Class<?>[] types = AllowedPackages.of(properties).stream()
                .flatMap(allowed -> typesOf(allowed, beans.getBeanClassLoader()))
                .toArray(Class<?>[]::new);
        if (types.length == 0) {
            return null;
        }
        return (generation, code) -> new BindingReflectionHintsRegistrar()
                .registerReflectionHints(generation.getRuntimeHints().reflection(), types);
    }

    /** A name is that of a package, or of a class, which allows those inside it too. */
    private static Stream<? extends Class<?>> typesOf(String allowed, @Nullable ClassLoader loader) {
        String path = ClassUtils.convertClassNameToResourcePath(allowed);
        return Stream.of("/**/*.class", ".class", "$*.class")
                .flatMap(pattern -> resources("classpath*:" + path + pattern, loader))
                .map(resource -> metadata(resource, loader))
                .filter(type -> !type.isAnnotation() && !type.getClassName().endsWith("-info"))
                .flatMap(type -> present(type.getClassName(), loader));
    }

    private static Stream<Resource> resources(String pattern, @Nullable ClassLoader loader) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver(loader).getResources(pattern))
                    .filter(Resource::exists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassMetadata metadata(Resource resource, @Nullable ClassLoader loader) {
        try {
            MetadataReaderFactory readers = new SimpleMetadataReaderFactory(loader);
            return readers.getMetadataReader(resource).getClassMetadata();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not a class that needs a library which is absent: nobody can have an object of it. */
    private static Stream<Class<?>> present(String name, @Nullable ClassLoader loader) {
        try {
            return Stream.of(ClassUtils.forName(name, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Stream.empty();
        }
    }
}
