package io.github.sessionstarter.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether {@code session.type} is a store. */
final class OnStoreTypeCondition extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        SessionType type = SessionType.of(context.getEnvironment());
        return new ConditionOutcome(
                type != SessionType.COOKIE && type != SessionType.NONE,
                ConditionMessage.forCondition(ConditionalOnStoreType.class)
                        .because(SessionType.PROPERTY + " is " + type));
    }
}
