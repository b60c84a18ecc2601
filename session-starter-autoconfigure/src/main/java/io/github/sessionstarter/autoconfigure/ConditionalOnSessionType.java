package io.github.sessionstarter.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/**
 * For the configuration of one {@link SessionType}: the property decides, and what is on the classpath never chooses
 * another. Where the client's library is missing nothing is configured; {@link MissingClientConfiguration} says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnSessionTypeCondition.class)
@interface ConditionalOnSessionType {

    SessionType value();
}
