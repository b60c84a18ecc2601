package io.github.sessionstarter.httpsession;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;
import tools.jackson.databind.type.TypeModifier;
import tools.jackson.databind.util.LookupCache;

/**
 * Finds classes by name without initializing them. Jackson's own runs the static initializer of every class that JSON
 * names, and only then asks whether the type is allowed.
 */
final class JudgedTypes extends TypeFactory {

    private static final long serialVersionUID = 1L;

    JudgedTypes() {}

    private JudgedTypes(
            LookupCache<Object, JavaType> cache, TypeModifier @Nullable [] modifiers, @Nullable ClassLoader loader) {
        super(cache, modifiers, loader);
    }

    @Override
    protected Class<?> classForName(String name, boolean initialize, ClassLoader loader) throws ClassNotFoundException {
        return Class.forName(name, false, loader);
    }

    @Override
    protected Class<?> classForName(String name) throws ClassNotFoundException {
        return Class.forName(name, false, JudgedTypes.class.getClassLoader());
    }

    // Jackson's own make one of its own

    @Override
    public TypeFactory snapshot() {
        return new JudgedTypes(_typeCache.snapshot(), _modifiers, _classLoader);
    }

    @Override
    public TypeFactory withModifier(TypeModifier modifier) {
        Stream<TypeModifier> others = _modifiers == null ? Stream.empty() : Stream.of(_modifiers);
        TypeModifier[] modifiers = Stream.concat(Stream.of(modifier), others).toArray(TypeModifier[]::new);
        return new JudgedTypes(_typeCache.emptyCopy(), modifiers, _classLoader);
    }

    @Override
    public TypeFactory withClassLoader(ClassLoader loader) {
        return new JudgedTypes(_typeCache, _modifiers, loader);
    }

    @Override
    public TypeFactory withCache(LookupCache<Object, JavaType> cache) {
        return new JudgedTypes(cache, _modifiers, _classLoader);
    }
}
