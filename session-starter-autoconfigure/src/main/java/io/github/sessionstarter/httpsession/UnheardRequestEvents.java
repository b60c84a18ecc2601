package io.github.sessionstarter.httpsession;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.GenericApplicationListenerAdapter;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.web.context.support.ServletRequestHandledEvent;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Spares requests an event that nobody hears: Spring MVC publishes one after each request, with the id of its session and
 * the name of its user, and looks both up for it. Where a listener of the application's hears it, it stays.
 */
public final class UnheardRequestEvents implements ApplicationListener<ContextRefreshedEvent> {

    private static final ResolvableType EVENT = ResolvableType.forClass(ServletRequestHandledEvent.class);

    private final ObjectProvider<DispatcherServlet> servlets;
    private final List<DispatcherServlet> others = new ArrayList<>();
    private boolean unheard;

    public UnheardRequestEvents(ObjectProvider<DispatcherServlet> servlets) {
        this.servlets = servlets;
    }

    /** For a servlet that is no bean: MockMvc's. */
    public synchronized void addServlet(DispatcherServlet servlet) {
        others.add(servlet);
        if (unheard) {
            servlet.setPublishEvents(false);
        }
    }

    @Override
    public synchronized void onApplicationEvent(ContextRefreshedEvent event) {
        // the management server's context is a child of the application's, whose listeners hear its events too
        boolean child = event.getApplicationContext().getParent() != null;
        if (!child
                && event.getApplicationContext() instanceof AbstractApplicationContext context
                && context.getApplicationListeners().stream().noneMatch(UnheardRequestEvents::hears)) {
            unheard = true;
            servlets.forEach(servlet -> servlet.setPublishEvents(false));
            others.forEach(servlet -> servlet.setPublishEvents(false));
        }
    }

    /** Spring's own listeners take all kinds of events and do nothing for this one. */
    private static boolean hears(ApplicationListener<?> listener) {
        boolean springs = listener.getClass().getName().startsWith("org.springframework.")
                && !(listener instanceof ApplicationListenerMethodAdapter);
        return !springs && new GenericApplicationListenerAdapter(listener).supportsEventType(EVENT);
    }
}
