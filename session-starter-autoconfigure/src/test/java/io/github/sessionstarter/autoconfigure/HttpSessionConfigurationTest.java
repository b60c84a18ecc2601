package io.github.sessionstarter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.httpsession.HttpSessionView;
import io.github.sessionstarter.httpsession.MarkedFlashMapManager;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.context.support.ServletRequestHandledEvent;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMapManager;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** HttpSession is a view of the session unless somebody says otherwise, and who says so unknowingly is told. */
@ExtendWith(OutputCaptureExtension.class)
class HttpSessionConfigurationTest {

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withPropertyValues("session.secret-key=a secret key of the tests")
            .withConfiguration(AutoConfigurations.of(
                    SessionAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    WebMvcAutoConfiguration.class));

    @Test
    void itIsThereByDefaultAndKeepsFlashAttributes() {
        runner.run(context -> {
            assertThat(context).hasSingleBean(HttpSessionView.class);
            assertThat(context.getBean("flashMapManager")).isInstanceOf(MarkedFlashMapManager.class);
        });
    }

    @Test
    void itIsGoneWhereItIsTurnedOff() {
        runner.withPropertyValues("session.http-session.enabled=false").run(context -> {
            assertThat(context).doesNotHaveBean(HttpSessionView.class);
            assertThat(context.getBean("flashMapManager")).isExactlyInstanceOf(SessionFlashMapManager.class);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnFlashMapManager {

        @Bean
        FlashMapManager flashMapManager() {
            return new SessionFlashMapManager();
        }
    }

    @Test
    void anApplicationsOwnFlashMapManagerStays() {
        runner.withUserConfiguration(OwnFlashMapManager.class)
                .run(context -> assertThat(context.getBean("flashMapManager"))
                        .isExactlyInstanceOf(SessionFlashMapManager.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "org", "java.util", "org.springframework.context", "com.sun.*", "*", "com.*.shop"})
    void moreThanTheApplicationsOwnTypesAreNotAllowed(String types) {
        runner.withPropertyValues("session.http-session.allowed-types[0]=" + types)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(SessionConfigurationException.class)
                        .hasMessageStartingWith("session.http-session.allowed-types"));
    }

    @Test
    void aPropertyOfTheContainersSessionsIsWarnedOfWithOurs(CapturedOutput output) {
        runner.withPropertyValues("server.servlet.session.timeout=30m", "server.servlet.session.tracking-modes=cookie")
                .run(context -> assertThat(output)
                        .contains("server.servlet.session.timeout is set and does nothing", "Set session.lifetime")
                        .contains("server.servlet.session.tracking-modes is set and does nothing"));
    }

    @Test
    void nothingIsWarnedOfWhereNoneIsSet(CapturedOutput output) {
        runner.run(context -> assertThat(output).doesNotContain("server.servlet.session"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableSpringHttpSession
    static class WithSpringSession {

        @Bean
        MapSessionRepository sessions() {
            return new MapSessionRepository(new ConcurrentHashMap<>());
        }
    }

    @Test
    void springSessionBesideItStopsTheApplicationAndSaysWhy() {
        runner.withUserConfiguration(WithSpringSession.class).run(context -> {
            FailureAnalysis analysis = new SessionConfigurationFailureAnalyzer().analyze(context.getStartupFailure());

            assertThat(analysis.getDescription()).contains("session-starter and Spring Session");
            assertThat(analysis.getAction()).contains("session.http-session.enabled=false");
        });
    }

    @Test
    void springSessionMayHaveTheHttpSession() {
        runner.withUserConfiguration(WithSpringSession.class)
                .withPropertyValues("session.http-session.enabled=false")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static Object publishesEvents(DispatcherServlet servlet) {
        return ReflectionTestUtils.getField(servlet, "publishEvents");
    }

    @Test
    void noRequestIsToldOfWhereNobodyListens() {
        runner.run(context -> assertThat(publishesEvents(context.getBean(DispatcherServlet.class)))
                .isEqualTo(false));
    }

    @Configuration(proxyBeanMethods = false)
    static class Listening {

        @Bean
        ApplicationListener<ServletRequestHandledEvent> listener() {
            return new ApplicationListener<>() {
                @Override
                public void onApplicationEvent(ServletRequestHandledEvent event) {
                    // there to be found
                }
            };
        }
    }

    @Test
    void whoListensIsTold() {
        runner.withUserConfiguration(Listening.class)
                .run(context -> assertThat(publishesEvents(context.getBean(DispatcherServlet.class)))
                        .isEqualTo(true));
    }
}
