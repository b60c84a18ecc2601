package io.github.sessionstarter.httpsession;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.SavedCookie;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Keeps our own cookies out of saved requests. A saved request has all cookies of the request, and a session that lies in
 * its cookie would hold itself, and grow with every request that is saved. Here, where it is written, and not in the
 * RequestCache: applications have caches of their own.
 */
final class SavedRequestCookies extends ValueSerializerModifier {

    private static final long serialVersionUID = 1L;

    private final transient Set<String> names;

    SavedRequestCookies(Set<String> names) {
        this.names = names;
    }

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription.Supplier bean, List<BeanPropertyWriter> properties) {
        if (DefaultSavedRequest.class.isAssignableFrom(bean.getBeanClass())) {
            for (BeanPropertyWriter property : properties) {
                switch (property.getName()) {
                    case "cookies" -> property.assignSerializer(new Filtering(this::withoutCookies));
                    case "headers" -> property.assignSerializer(new Filtering(this::withoutCookieHeader));
                    default -> {
                        // the others hold no cookies
                    }
                }
            }
        }
        return properties;
    }

    private Object withoutCookies(Object cookies) {
        return ((Collection<?>) cookies)
                .stream()
                        .filter(cookie -> !(cookie instanceof SavedCookie saved && names.contains(saved.getName())))
                        .collect(Collectors.toCollection(ArrayList::new));
    }

    @SuppressWarnings("unchecked")
    private Object withoutCookieHeader(Object headers) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll((Map<String, List<String>>) headers);
        copy.computeIfPresent("Cookie", (name, values) -> {
            List<String> others = values.stream()
                    .map(this::withoutOurs)
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.toCollection(ArrayList::new));
            return others.isEmpty() ? null : others;
        });
        return copy;
    }

    /** RFC 6265, section 4.2.1: pairs with semicolons between them. */
    private String withoutOurs(String header) {
        return Arrays.stream(header.split(";", -1))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty() && !names.contains(pair.split("=", 2)[0].strip()))
                .collect(Collectors.joining("; "));
    }

    /** Writes another value in place of a property's own, with its type as everywhere. */
    private static final class Filtering extends ValueSerializer<Object> {

        private final UnaryOperator<Object> filter;

        Filtering(UnaryOperator<Object> filter) {
            this.filter = filter;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            Object filtered = filter.apply(value);
            context.findTypedValueSerializer(filtered.getClass(), true).serialize(filtered, generator, context);
        }

        @Override
        public void serializeWithType(
                Object value, JsonGenerator generator, SerializationContext context, TypeSerializer types) {
            serialize(value, generator, context);
        }
    }
}
