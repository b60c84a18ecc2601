package io.github.sessionstarter.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.handler.HandlerExceptionResolverComposite;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Lets controller and exception-handler methods take the session as an argument. A session is a Map, and Spring takes a
 * Map for the model; so our resolver goes before Spring's own, which no configuration callback allows.
 */
public final class SessionArgumentRegistrar implements BeanPostProcessor {

    private final HandlerMethodArgumentResolver resolver = new SessionArgumentResolver();

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof RequestMappingHandlerAdapter adapter) {
            adapter.setArgumentResolvers(withOursFirst(adapter.getArgumentResolvers()));
        } else if (bean instanceof HandlerExceptionResolverComposite composite) {
            composite.getExceptionResolvers().forEach(this::register);
        } else if (bean instanceof HandlerExceptionResolver exceptionResolver) {
            register(exceptionResolver);
        }
        return bean;
    }

    private void register(HandlerExceptionResolver exceptionResolver) {
        if (exceptionResolver instanceof ExceptionHandlerExceptionResolver adapter
                && adapter.getArgumentResolvers() != null) {
            adapter.setArgumentResolvers(
                    withOursFirst(adapter.getArgumentResolvers().getResolvers()));
        }
    }

    private List<HandlerMethodArgumentResolver> withOursFirst(@Nullable List<HandlerMethodArgumentResolver> others) {
        List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
        resolvers.add(resolver);
        if (others != null) {
            resolvers.addAll(others);
        }
        return resolvers;
    }
}
