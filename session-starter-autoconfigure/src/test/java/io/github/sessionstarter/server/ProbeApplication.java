package io.github.sessionstarter.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An application whose requests are handled by what a test says. */
@Configuration(proxyBeanMethods = false)
@Controller
class ProbeApplication {

    /** What a test does in a request. */
    interface Step {

        void run(HttpServletRequest request, HttpServletResponse response) throws Exception;
    }

    private static final Map<String, Step> STEPS = new ConcurrentHashMap<>();

    /** What listeners heard, in order. */
    static final List<String> HEARD = new CopyOnWriteArrayList<>();

    /** Has a browser send a request that a step handles; what the step throws is thrown here. */
    static Browser.Answer run(Browser browser, Step step) {
        String name = UUID.randomUUID().toString();
        Throwable[] failure = new Throwable[1];
        STEPS.put(name, (request, response) -> {
            try {
                step.run(request, response);
            } catch (Throwable e) {
                failure[0] = e;
            }
        });
        Browser.Answer answer = browser.get("/probe?step=" + name);
        STEPS.remove(name);
        if (failure[0] instanceof Error error) {
            throw error;
        }
        if (failure[0] != null) {
            throw new AssertionError(failure[0]);
        }
        return answer;
    }

    @GetMapping("/probe")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void probe(@RequestParam String step, HttpServletRequest request, HttpServletResponse response) throws Exception {
        STEPS.get(step).run(request, response);
    }

    @GetMapping("/included")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void included(HttpServletRequest request) {
        ((HttpSession[]) request.getAttribute("inner"))[0] = request.getSession();
    }

    @Bean
    ServletListenerRegistrationBean<HttpSessionListener> lives() {
        return new ServletListenerRegistrationBean<>(new HttpSessionListener() {
            @Override
            public void sessionCreated(HttpSessionEvent event) {
                HEARD.add("created");
            }

            @Override
            public void sessionDestroyed(HttpSessionEvent event) {
                HEARD.add("destroyed " + event.getSession().getAttribute("key"));
                if (event.getSession().getAttribute("key") instanceof Integer) {
                    throw new IllegalStateException("A listener fails, as a test wants it");
                }
            }
        });
    }

    @Bean
    HttpSessionAttributeListener attributes() {
        return new HttpSessionAttributeListener() {
            @Override
            public void attributeAdded(HttpSessionBindingEvent event) {
                HEARD.add("added " + event.getName() + "=" + event.getValue());
            }

            @Override
            public void attributeReplaced(HttpSessionBindingEvent event) {
                HEARD.add("replaced " + event.getName() + "=" + event.getValue());
            }

            @Override
            public void attributeRemoved(HttpSessionBindingEvent event) {
                HEARD.add("removed " + event.getName() + "=" + event.getValue());
            }
        };
    }

    @Bean
    HttpSessionIdListener ids() {
        return (event, old) -> HEARD.add("id " + old.equals(event.getSession().getId()));
    }
}
