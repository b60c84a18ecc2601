package io.github.sessionstarter.server;

import io.github.sessionstarter.FlashMessages;
import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Session;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The session wherever Spring MVC lets an application put its hands. */
@Configuration(proxyBeanMethods = false)
class MvcApplication {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> earlyFilter(Session session) {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Marking(session));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        registration.addUrlPatterns("/seen-everywhere");
        return registration;
    }

    private static final class Marking extends OncePerRequestFilter {

        private final Session session;

        Marking(Session session) {
            this.session = session;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            session.put("filter before", true);
            chain.doFilter(request, response);
            session.put("filter after", true);
        }
    }

    @Bean
    WebMvcConfigurer interceptor(Session session) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Intercepting(session)).addPathPatterns("/seen-everywhere");
            }
        };
    }

    private record Intercepting(Session session) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            session.put("interceptor before", true);
            return true;
        }

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
            session.put("interceptor after", true);
        }
    }

    @Bean
    RouterFunction<ServerResponse> functional(Session session) {
        return RouterFunctions.route()
                .GET("/functional", request -> {
                    session.put("functional", true);
                    return ServerResponse.ok().body("done");
                })
                .build();
    }

    @Bean
    Map<String, Object> settings() {
        return Map.of("setting", 1);
    }

    interface Something {}

    @Bean
    Something first() {
        return new Something() {};
    }

    @ControllerAdvice
    static class Advice {

        private final Session session;

        Advice(Session session) {
            this.session = session;
        }

        @ModelAttribute
        void advise(HttpServletRequest request) {
            if (request.getRequestURI().equals("/seen-everywhere")) {
                session.put("advice", true);
            }
        }

        @ExceptionHandler(UnsupportedOperationException.class)
        ResponseEntity<String> handle(Session argument) {
            argument.put("exception handler", true);
            return ResponseEntity.ok("handled");
        }
    }

    @Controller
    static class Pages {

        private final Session session;
        private final FlashMessages flashMessages;
        private final Map<String, Something> somethings;
        private final Map<String, Object> settings;

        Pages(
                Session session,
                FlashMessages flashMessages,
                Map<String, Something> somethings,
                @Qualifier("settings") Map<String, Object> settings) {
            this.session = session;
            this.flashMessages = flashMessages;
            this.somethings = somethings;
            this.settings = settings;
        }

        /** Without a body, which Spring would flush: a response that is not committed until all are done. */
        @GetMapping("/seen-everywhere")
        @ResponseStatus(HttpStatus.NO_CONTENT)
        void seenEverywhere() {
            session.put("handler", true);
        }

        @GetMapping("/keys")
        @ResponseBody
        String keys() {
            return String.join(", ", new TreeMap<>(session).keySet());
        }

        @GetMapping("/argument")
        @ResponseBody
        String argument(Session argument) {
            argument.put("argument", true);
            return "" + session.get("argument");
        }

        @GetMapping("/model")
        @ResponseBody
        String model(Map<String, Object> map, Model model) {
            map.put("in the model", true);
            return "" + model.containsAttribute("in the model") + session.containsKey("in the model");
        }

        @GetMapping("/throws")
        String fails() {
            throw new UnsupportedOperationException();
        }

        @GetMapping("/view")
        String view() {
            session.put("username", "w<d");
            flashMessages.add("a < b");
            flashMessages.add("bold", Markup.of("<b>bold</b>"));
            return "view";
        }

        @GetMapping("/maps")
        @ResponseBody
        String maps() {
            return somethings.keySet() + " " + settings;
        }

        @GetMapping("/put")
        @ResponseBody
        String put(@RequestParam String key, @RequestParam String value) {
            session.put(key, value);
            return "put";
        }

        @GetMapping("/get")
        @ResponseBody
        String get(@RequestParam String key) {
            return "" + session.get(key);
        }

        @GetMapping("/clear")
        @ResponseBody
        String clear() {
            session.clear();
            return "cleared";
        }

        @GetMapping("/regenerate")
        @ResponseBody
        String regenerate() {
            session.regenerate();
            return "regenerated";
        }

        @GetMapping("/permanent")
        @ResponseBody
        String permanent() {
            session.setPermanent(true);
            return "permanent";
        }

        @GetMapping("/untouched")
        @ResponseBody
        String untouched() {
            return "untouched";
        }

        @GetMapping("/too-late")
        void tooLate(HttpServletResponse response) throws IOException {
            session.put("in time", 1);
            response.flushBuffer();
            try {
                session.put("late", 1);
            } catch (IllegalStateException e) {
                response.getWriter().write(e.getMessage());
            }
        }

        @GetMapping("/too-large-asynchronously")
        void tooLargeAsynchronously(HttpServletRequest request, HttpServletResponse response, Session argument) {
            request.startAsync(request, response).setTimeout(0);
            argument.put("random", new Random(1).ints(5_000).boxed().toList());
            request.getAsyncContext().complete();
        }

        @GetMapping("/thread")
        @ResponseBody
        Callable<String> thread() {
            return () -> "virtual: " + isVirtual(Thread.currentThread()) + " " + session.get("a");
        }

        /** Thread.isVirtual came with Java 21. */
        private static boolean isVirtual(Thread thread) {
            return thread.getClass().getSimpleName().contains("Virtual");
        }

        @GetMapping("/outside")
        @ResponseBody
        String outside() throws InterruptedException {
            String[] message = new String[1];
            Thread thread = new Thread(() -> {
                try {
                    session.get("a");
                } catch (IllegalStateException e) {
                    message[0] = e.getMessage();
                }
            });
            thread.start();
            thread.join();
            return message[0];
        }
    }
}
