package io.github.sessionstarter.store.memcached;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What a native image must know: the client makes its log by the name of the class. */
final class ClientHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.reflection().registerType(ClientLog.class, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
    }
}
