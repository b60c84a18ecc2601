package io.github.sessionstarter.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.Changes;
import io.github.sessionstarter.CookieAction;
import io.github.sessionstarter.Opened;
import io.github.sessionstarter.SessionRepository;
import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.actuate.MeteredSessionRepository;
import io.github.sessionstarter.actuate.SessionMeters;
import io.github.sessionstarter.actuate.SessionStoreEndpoint;
import io.github.sessionstarter.actuate.SessionStoreHealthIndicator;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import io.github.sessionstarter.web.SessionContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/** Who operates an application gets what its libraries can give, and nothing fails without them. */
class ActuateAutoConfigurationTest {

    @TempDir
    static Path folder;

    private static final Class<?>[] AUTO_CONFIGURATIONS = {
        SessionAutoConfiguration.class,
        SessionMetricsAutoConfiguration.class,
        SessionObservationAutoConfiguration.class,
        SessionStoreEndpointAutoConfiguration.class,
        SessionStoreHealthContributorAutoConfiguration.class,
        CompositeMeterRegistryAutoConfiguration.class,
        MetricsAutoConfiguration.class,
        SimpleMetricsExportAutoConfiguration.class,
        ObservationAutoConfiguration.class
    };

    private final WebApplicationContextRunner runner =
            configured().withConfiguration(AutoConfigurations.of(AUTO_CONFIGURATIONS));

    private static WebApplicationContextRunner configured() {
        return new WebApplicationContextRunner()
                .withPropertyValues(
                        "session.type=filesystem",
                        "session.file.dir=" + folder,
                        "management.endpoints.web.exposure.include=sessionstore");
    }

    private static WebApplicationContextRunner without(String... packages) {
        return configured().withUserConfiguration(Selected.class).withClassLoader(new FilteredClassLoader(packages));
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Selection.class)
    static class Selected {}

    /** As an application does it: whether a library is there decides first which of them are looked at. */
    static final class Selection extends AutoConfigurationImportSelector {

        @Override
        protected List<String> getCandidateConfigurations(
                AnnotationMetadata metadata, AnnotationAttributes attributes) {
            return Stream.of(AUTO_CONFIGURATIONS).map(Class::getName).collect(Collectors.toCollection(ArrayList::new));
        }

        @Override
        protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
            return new AnnotationAttributes(EnableAutoConfiguration.class);
        }

        @Override
        protected Set<String> getExclusions(AnnotationMetadata metadata, AnnotationAttributes attributes) {
            return Set.of();
        }
    }

    @Test
    void withoutNothingAllIsThereToo() {
        without("nothing").run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(SessionStoreEndpoint.class)
                .hasSingleBean(SessionStoreHealthIndicator.class)
                .hasBean("flaskSessionMetrics")
                .hasBean("flaskSessionObservation"));
    }

    @Test
    void allIsThereWhereAllLibrariesAre() {
        runner.run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(SessionMeters.class)
                .hasSingleBean(SessionStoreEndpoint.class)
                .hasSingleBean(SessionStoreHealthIndicator.class)
                .hasBean("flaskSessionMetrics")
                .hasBean("flaskSessionObservation"));
    }

    @Test
    void withoutMicrometerNothingIsWrapped() {
        without("io.micrometer").run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean(SessionInstrumentation.class);
            assertThat(context.getBean(SessionContext.class).repository())
                    .isSameAs(context.getBean(SessionRepository.class));
        });
    }

    @Test
    void withoutMetricsThereAreSpansAlone() {
        without("io.micrometer.core").run(context -> {
            assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean("flaskSessionMeters")
                    .doesNotHaveBean("flaskSessionMetrics")
                    .hasBean("flaskSessionObservation");
            assertThat(context.getBean(SessionContext.class).repository())
                    .isSameAs(context.getBean(SessionRepository.class));
        });
    }

    @Test
    void withoutARegistryNothingIsWrapped() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SessionAutoConfiguration.class,
                        SessionMetricsAutoConfiguration.class,
                        SessionObservationAutoConfiguration.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SessionInstrumentation.class));
    }

    @Test
    void withoutTheActuatorThereIsNoEndpoint() {
        without("org.springframework.boot.actuate").run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean("sessionStoreEndpoint")
                .hasBean("flaskSessionMetrics"));
    }

    @Test
    void withoutTheActuatorsAutoConfigurationThereIsNoEndpoint() {
        without("org.springframework.boot.actuate.autoconfigure").run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean("sessionStoreEndpoint")
                .hasSingleBean(SessionStoreHealthIndicator.class));
    }

    @Test
    void withoutTheHealthModuleThereIsNoIndicator() {
        without("org.springframework.boot.health").run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean("sessionStoreHealthIndicator")
                .hasSingleBean(SessionStoreEndpoint.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "management.endpoints.web.exposure.include=health",
                "management.endpoint.sessionstore.access=NONE"
            })
    void anEndpointThatNobodyCanReachIsNotMade(String property) {
        runner.withPropertyValues(property)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SessionStoreEndpoint.class));
    }

    @Test
    void theIndicatorCanBeTurnedOff() {
        runner.withPropertyValues("management.health.sessionstore.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(SessionStoreHealthIndicator.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "none"})
    void whatHasNoStoreHasNoHealth(String type) {
        runner.withPropertyValues("session.type=" + type).run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(SessionStoreHealthIndicator.class)
                .hasSingleBean(SessionStoreEndpoint.class)
                .hasSingleBean(SessionMeters.class));
    }

    @Test
    void theStoresBeanStaysWhatItIs() {
        runner.withBean("own", MemorySessionStore.class, () -> new MemorySessionStore(Clock.systemUTC()))
                .run(context -> assertThat(context)
                        .hasSingleBean(MemorySessionStore.class)
                        .getBean(SessionStore.class)
                        .isSameAs(context.getBean("own")));
    }

    @Test
    void theApplicationsOwnStoreIsMetered() {
        runner.withBean("own", MemorySessionStore.class, () -> new MemorySessionStore(Clock.systemUTC()))
                .run(context -> {
                    SessionRepository repository =
                            context.getBean(SessionContext.class).repository();
                    Opened opened = repository.open(null);
                    opened.data().put("a", 1);
                    repository.save(opened, new Changes(opened.data(), Set.of("a"), false, true));

                    MeterRegistry registry = context.getBean(MeterRegistry.class);
                    assertThat(registry.get("session.created")
                                    .tag("type", "custom")
                                    .counter()
                                    .count())
                            .isEqualTo(1);
                    assertThat(registry.get("session.payload.size").summary().count())
                            .isEqualTo(1);
                    assertThat(context.getBean(SessionStoreHealthIndicator.class)
                                    .health()
                                    .getStatus())
                            .isEqualTo(Status.UP);
                });
    }

    /** It keeps its sessions nowhere that anybody knows, and remembers something of its own. */
    private static final class OwnRepository implements SessionRepository {

        @Override
        public Opened open(String cookieValue) {
            return Opened.fresh().withMemory("its own");
        }

        @Override
        public CookieAction save(Opened opened, Changes changes) {
            assertThat(opened.memory()).isEqualTo("its own");
            return new CookieAction.SetValue("value", null);
        }
    }

    @Test
    void theApplicationsOwnRepositoryIsMeteredAndSeesItsOwnMemory() {
        runner.withBean("own", OwnRepository.class, OwnRepository::new).run(context -> {
            SessionRepository repository = context.getBean(SessionContext.class).repository();
            assertThat(repository).isInstanceOf(MeteredSessionRepository.class);
            Opened opened = repository.open(null);
            Opened same = repository.regenerate(opened);
            opened.data().put("a", 1);

            CookieAction action = repository.save(same, new Changes(opened.data(), Set.of("a"), false, true));

            assertThat(same).isSameAs(opened);
            assertThat(action).isEqualTo(new CookieAction.SetValue("value", null));
            assertThat(context.getBean(MeterRegistry.class)
                            .get("session.created")
                            .tag("type", "custom")
                            .counter()
                            .count())
                    .isEqualTo(1);
        });
    }
}
