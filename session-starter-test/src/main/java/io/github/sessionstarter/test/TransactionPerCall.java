package io.github.sessionstarter.test;

import io.github.sessionstarter.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** A session each of whose calls is a transaction of its own. */
final class TransactionPerCall implements InvocationHandler {

    private final Consumer<Consumer<Session>> transaction;

    private TransactionPerCall(Consumer<Consumer<Session>> transaction) {
        this.transaction = transaction;
    }

    /** @param transaction opens the session, hands it to an action and saves it */
    static Session of(Consumer<Consumer<Session>> transaction) {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, new TransactionPerCall(transaction));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        AtomicReference<@Nullable Object> result = new AtomicReference<>();
        transaction.accept(session -> result.set(
                arguments == null
                        ? ReflectionUtils.invokeMethod(method, session)
                        : ReflectionUtils.invokeMethod(method, session, arguments)));
        return result.get();
    }
}
