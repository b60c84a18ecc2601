package io.github.sessionstarter.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** For the configuration of one {@link SessionType}: the property alone decides, not what is on the classpath. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnSessionTypeCondition.class)
@interface ConditionalOnSessionType {

    SessionType value();
}
