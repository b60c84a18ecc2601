package io.github.sessionstarter;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the connection that sessions are to use where an application has several: a {@code RedisConnectionFactory}, a
 * {@code MongoClient} or a {@code DataSource}.
 */
@Documented
@Qualifier
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.PARAMETER, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface SessionConnection {}
