package io.github.sessionstarter.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sessionstarter.SessionStore;
import io.github.sessionstarter.server.Browser;
import io.github.sessionstarter.server.ServletContainer;
import io.github.sessionstarter.server.TestServer;
import io.github.sessionstarter.store.memory.MemorySessionStore;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Nothing of ours holds a monitor while a store is at work: until JDK 24 a virtual thread that waits inside one keeps its
 * carrier, and a handful of slow requests stop all others.
 */
class MonitorTest {

    private static final String OURS = "io.github.sessionstarter.";

    /** Applications with a store that looks who waits for it. */
    @Configuration(proxyBeanMethods = false)
    @Import(BudgetApplication.class)
    static class Watched {

        @Bean
        WatchingStore watchingStore() {
            return new WatchingStore();
        }
    }

    /** Notes which monitors its caller holds. */
    static final class WatchingStore implements SessionStore {

        private final SessionStore store = new MemorySessionStore(Clock.systemUTC());
        private final List<String> held = new CopyOnWriteArrayList<>();
        private final List<String> operations = new CopyOnWriteArrayList<>();

        private <T extends @Nullable Object> T watching(String operation, Supplier<T> action) {
            operations.add(operation);
            var self = ManagementFactory.getThreadMXBean()
                    .getThreadInfo(new long[] {Thread.currentThread().getId()}, true, false)[0];
            for (MonitorInfo monitor : self.getLockedMonitors()) {
                if (monitor.getLockedStackFrame().getClassName().startsWith(OURS)) {
                    held.add(operation + " in " + monitor.getLockedStackFrame());
                }
            }
            return action.get();
        }

        @Override
        public @Nullable StoredValue load(String key, @Nullable Duration extendTo) {
            return watching("load", () -> store.load(key, extendTo));
        }

        @Override
        public boolean insert(String key, byte[] value, Duration timeToLive) {
            return watching("insert", () -> store.insert(key, value, timeToLive));
        }

        @Override
        public Outcome replace(String key, StoredValue loaded, byte[] value, Duration timeToLive) {
            return watching("replace", () -> store.replace(key, loaded, value, timeToLive));
        }

        @Override
        public Outcome deleteIfUnchanged(String key, StoredValue loaded) {
            return watching("deleteIfUnchanged", () -> store.deleteIfUnchanged(key, loaded));
        }

        @Override
        public boolean delete(String key) {
            return watching("delete", () -> store.delete(key));
        }

        @Override
        public boolean touch(String key, Duration timeToLive) {
            return watching("touch", () -> store.touch(key, timeToLive));
        }

        @Override
        public int purgeExpired(int limit) {
            return watching("purgeExpired", () -> store.purgeExpired(limit));
        }
    }

    @Test
    void noRequestHoldsOneWhileItsStoreWorks() {
        try (TestServer server = TestServer.start(ServletContainer.TOMCAT, Watched.class)) {
            Browser browser = server.browser();
            browser.get("/change");
            browser.get("/untouched");
            browser.get("/read");
            browser.get("/change");
            browser.get("/regenerate");
            browser.get("/log-out");

            WatchingStore store = server.context().getBean(WatchingStore.class);
            assertThat(store.operations)
                    .containsExactly(
                            "insert",
                            "load",
                            "load",
                            "load",
                            "replace",
                            "load",
                            "insert",
                            "deleteIfUnchanged",
                            "load",
                            "delete");
            assertThat(store.held).isEmpty();
        }
    }

    @Test
    void noStoreHasOne() throws IOException {
        List<String> monitors = new ArrayList<>();
        int classes = 0;
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:io/github/sessionstarter/store/**/*.class")) {
            if (Stream.of("/test-classes/", "/store/memory/")
                    .noneMatch(file.getURL().getPath()::contains)) {
                monitors.addAll(monitorsIn(file));
                classes++;
            }
        }

        assertThat(classes).isGreaterThan(20);
        assertThat(monitors).isEmpty();
    }

    @Test
    void aMonitorWouldBeSeen() throws IOException {
        Resource memoryStore = new PathMatchingResourcePatternResolver()
                .getResource("classpath:io/github/sessionstarter/store/memory/MemorySessionStore.class");

        assertThat(monitorsIn(memoryStore)).isNotEmpty();
    }

    private static List<String> monitorsIn(Resource file) throws IOException {
        List<String> monitors = new ArrayList<>();
        try (InputStream bytes = file.getInputStream()) {
            ClassReader reader = new ClassReader(bytes);
            reader.accept(new MonitorVisitor(reader.getClassName(), monitors), ClassReader.SKIP_DEBUG);
        }
        return monitors;
    }

    private static final class MonitorVisitor extends ClassVisitor {

        private final String className;
        private final List<String> monitors;

        MonitorVisitor(String className, List<String> monitors) {
            super(Opcodes.ASM9);
            this.className = className;
            this.monitors = monitors;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            String method = className + "." + name;
            if ((access & Opcodes.ACC_SYNCHRONIZED) != 0) {
                monitors.add(method);
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInsn(int opcode) {
                    if (opcode == Opcodes.MONITORENTER) {
                        monitors.add(method);
                    }
                }
            };
        }
    }
}
