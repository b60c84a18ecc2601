package io.github.sessionstarter.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Keeps the sessions of a {@code @SpringBootTest} in memory where the application's {@code session.type} is a store. Ids,
 * cookies, format, merging and lifetimes are those of the application; only the server is missing. Sessions in cookies
 * stay there, and an application's own {@link io.github.sessionstarter.SessionStore SessionStore} or {@link
 * io.github.sessionstarter.SessionRepository SessionRepository} bean is used as it is.
 *
 * <p>A {@code @WebMvcTest} does this by itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureMemorySessions {}
