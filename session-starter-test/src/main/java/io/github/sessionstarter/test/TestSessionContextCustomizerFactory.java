package io.github.sessionstarter.test;

import java.util.List;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Lets tests of every kind have {@link TestSession}s injected. */
final class TestSessionContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configurations) {
        return new TestSessions();
    }

    /**
     * No bean: an application that wants a {@link io.github.sessionstarter.Session Session} would be given one as well. A
     * record, whose equality lets tests share their application.
     */
    private record TestSessions() implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            ObjectFactory<TestSession> sessions = () -> TestSession.of(context);
            context.getBeanFactory().registerResolvableDependency(TestSession.class, sessions);
        }
    }
}
