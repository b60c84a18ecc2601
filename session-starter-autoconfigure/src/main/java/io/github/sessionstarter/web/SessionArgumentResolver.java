package io.github.sessionstarter.web;

import io.github.sessionstarter.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.handler.HandlerExceptionResolverComposite;
import org.springframework.web.servlet.mvc.method.annotation.ExceptionHandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Lets controller and exception-handler methods take the {@link Session} as an argument. A session is a Map, and Spring
 * takes a Map for the model; so this resolver goes before Spring's own, which no configuration callback allows.
 */
public final class SessionArgumentResolver implements HandlerMethodArgumentResolver, BeanPostProcessor {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Session.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
        Assert.state(request != null, "A Session argument needs a servlet request");
        TrackedSession session = SessionBinding.of(request);
        return session != null ? session : SessionBinding.current();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof RequestMappingHandlerAdapter adapter) {
            adapter.setArgumentResolvers(withThisFirst(adapter.getArgumentResolvers()));
        } else if (bean instanceof HandlerExceptionResolverComposite composite) {
            composite.getExceptionResolvers().forEach(this::register);
        } else if (bean instanceof HandlerExceptionResolver resolver) {
            register(resolver);
        }
        return bean;
    }

    private void register(HandlerExceptionResolver resolver) {
        if (resolver instanceof ExceptionHandlerExceptionResolver adapter && adapter.getArgumentResolvers() != null) {
            adapter.setArgumentResolvers(
                    withThisFirst(adapter.getArgumentResolvers().getResolvers()));
        }
    }

    private List<HandlerMethodArgumentResolver> withThisFirst(@Nullable List<HandlerMethodArgumentResolver> others) {
        List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
        resolvers.add(this);
        if (others != null) {
            resolvers.addAll(others);
        }
        return resolvers;
    }
}
