package io.github.sessionstarter.test;

import io.github.sessionstarter.autoconfigure.SessionAutoConfiguration;
import io.github.sessionstarter.httpsession.UnheardRequestEvents;
import io.github.sessionstarter.web.RequestView;
import io.github.sessionstarter.web.SessionContext;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes a test's MockMvc treat sessions as the application does, and tell a {@link TestSession} what became of them. */
@AutoConfiguration(after = SessionAutoConfiguration.class)
@ConditionalOnBean(SessionContext.class)
final class SessionMockMvcAutoConfiguration {

    @Bean
    MockMvcBuilderCustomizer flaskTestSessionCustomizer() {
        return builder -> builder.alwaysDo(TestSession::handleOwn);
    }

    /** Before Spring Security's, which keeps a test's user in the place where this one looks. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @ConditionalOnBean(RequestView.class)
    MockMvcBuilderCustomizer flaskMockSessionAttributesCustomizer() {
        return builder -> builder.apply(new MockSessionAttributes());
    }

    /** MockMvc has a servlet of its own, which would open the session of each request for an event. */
    @Bean
    @ConditionalOnBean(UnheardRequestEvents.class)
    MockMvcBuilderCustomizer flaskUnheardRequestEventsCustomizer(UnheardRequestEvents events) {
        return builder -> builder.addDispatcherServletCustomizer(events::addServlet);
    }
}
