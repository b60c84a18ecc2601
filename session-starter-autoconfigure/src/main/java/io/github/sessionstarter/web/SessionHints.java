package io.github.sessionstarter.web;

import io.github.sessionstarter.FlashMessage;
import io.github.sessionstarter.FlashMessages;
import io.github.sessionstarter.Markup;
import io.github.sessionstarter.Session;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * What a native image must know: views call the session and flashed messages by the names of their methods, and Jackson
 * reads what our converters convert from their declarations.
 */
final class SessionHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        Stream.of(
                        Session.class,
                        CurrentSession.class,
                        TrackedSession.class,
                        FlashMessages.class,
                        SessionFlashMessages.class,
                        FlashMessage.class,
                        Markup.class)
                .forEach(type -> hints.reflection().registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS));
        SessionMapper.converters().forEach(type -> hints.reflection().registerType(type));
    }
}
