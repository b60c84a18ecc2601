package io.github.sessionstarter.server;

import io.github.sessionstarter.Session;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.SessionAttributes;
import org.springframework.web.bind.support.SessionStatus;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.standard.StandardWebSocketUpgradeStrategy;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;

/** What of Spring MVC keeps something in the HttpSession. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class HttpSessionUsersApplication {

    /** What counts the visits of one visitor. */
    static class Visits {

        private int count;

        public int getCount() {
            return count;
        }

        public void setCount(int count) {
            this.count = count;
        }

        public int next() {
            return ++count;
        }
    }

    /** What a wizard's pages fill in one after the other. */
    static class Form {

        private String first = "";
        private String second = "";

        public String getFirst() {
            return first;
        }

        public void setFirst(String first) {
            this.first = first;
        }

        public String getSecond() {
            return second;
        }

        public void setSecond(String second) {
            this.second = second;
        }
    }

    @Bean
    @Scope(scopeName = WebApplicationContext.SCOPE_SESSION, proxyMode = ScopedProxyMode.TARGET_CLASS)
    static Visits visits() {
        return new Visits();
    }

    /** What Spring Boot's websocket module does. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> webSockets() {
        return factory ->
                factory.addContextCustomizers(context -> context.addServletContainerInitializer(new WsSci(), null));
    }

    @Bean
    static WebSocketConfigurer echo() {
        return registry -> registry.addHandler(
                        new TextWebSocketHandler() {
                            @Override
                            public void afterConnectionEstablished(WebSocketSession session) throws IOException {
                                session.sendMessage(new TextMessage(
                                        "" + session.getAttributes().get("name")));
                            }
                        },
                        "/socket")
                .setHandshakeHandler(new DefaultHandshakeHandler(new StandardWebSocketUpgradeStrategy()))
                .addInterceptors(new HttpSessionHandshakeInterceptor());
    }

    @Controller
    @SessionAttributes("form")
    static class Wizard {

        @ModelAttribute("form")
        Form form() {
            return new Form();
        }

        /** Without a body, which Spring would flush before it keeps the model. */
        @GetMapping("/wizard/first")
        String first(@ModelAttribute("form") Form form) {
            return "redirect:/wizard/second";
        }

        @GetMapping("/wizard/second")
        @ResponseBody
        String second(@ModelAttribute("form") Form form, SessionStatus status) {
            status.setComplete();
            return form.getFirst() + " " + form.getSecond();
        }
    }

    @Controller
    static class Pages {

        private final Visits visits;
        private final Session session;

        Pages(Visits visits, Session session) {
            this.visits = visits;
            this.session = session;
        }

        @GetMapping("/visit")
        @ResponseBody
        String visit() {
            return "" + visits.next();
        }

        @GetMapping("/name")
        @ResponseBody
        String name(@RequestParam String value, HttpServletRequest request) {
            request.getSession().setAttribute("name", value);
            return "set";
        }

        @GetMapping("/save")
        String save(RedirectAttributes attributes) {
            attributes.addFlashAttribute("message", "Saved");
            attributes.addFlashAttribute("ids", List.of(1L, 2L));
            return "redirect:/next";
        }

        @GetMapping("/save-for-on")
        String saveForOn(RedirectAttributes attributes) {
            attributes.addFlashAttribute("message", "Saved");
            return "redirect:/on";
        }

        @GetMapping("/on")
        String on(Model model, RedirectAttributes attributes) {
            attributes.addFlashAttribute("message", model.getAttribute("message") + " and on");
            return "redirect:/next";
        }

        @GetMapping("/next")
        @ResponseBody
        String next(Model model) {
            return model.getAttribute("message") + " " + model.getAttribute("ids");
        }

        @GetMapping("/untouched")
        @ResponseBody
        String untouched() {
            return "untouched";
        }

        @GetMapping("/events")
        SseEmitter events(HttpServletRequest request) throws IOException {
            SseEmitter emitter = new SseEmitter();
            emitter.send("" + request.getSession().getAttribute("name"));
            emitter.complete();
            return emitter;
        }

        @GetMapping("/callable")
        @ResponseBody
        Callable<String> callable(HttpServletRequest request) {
            return () -> session.get("name") + " " + request.getSession().getAttribute("name");
        }

        @GetMapping("/raw")
        void raw(HttpServletRequest request, HttpServletResponse response) {
            var asynchronous = request.startAsync();
            asynchronous.start(() -> {
                HttpServletRequest carried = (HttpServletRequest) asynchronous.getRequest();
                carried.getSession().setAttribute("name", "of the thread");
                asynchronous.complete();
            });
        }

        @GetMapping("/own-thread")
        @ResponseBody
        Map<String, String> ownThread() throws InterruptedException {
            String[] message = new String[1];
            Thread thread = new Thread(() -> {
                try {
                    visits.next();
                } catch (RuntimeException e) {
                    message[0] = "" + e.getCause();
                }
            });
            thread.start();
            thread.join();
            return Map.of("message", message[0]);
        }
    }
}
