package io.github.sessionstarter.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link SessionConfigurationException} as what is wrong and what to do. */
final class SessionConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<SessionConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SessionConfigurationException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
