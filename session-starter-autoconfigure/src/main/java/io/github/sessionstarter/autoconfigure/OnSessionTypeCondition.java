package io.github.sessionstarter.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether {@code session.type} is the one that the annotation names, and its client's library is there. */
final class OnSessionTypeCondition extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        SessionType wanted =
                metadata.getAnnotations().get(ConditionalOnSessionType.class).getEnum("value", SessionType.class);
        SessionType set = SessionType.of(context.getEnvironment());
        boolean hasClient = wanted.hasClient(context.getClassLoader());
        return new ConditionOutcome(
                set == wanted && hasClient,
                ConditionMessage.forCondition(ConditionalOnSessionType.class)
                        .because(SessionType.PROPERTY + " is " + set
                                + (hasClient ? "" : ", and the client library is missing")));
    }
}
