package io.itsm4j.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what to do when the application cannot be put together. */
final class SetupFaultAnalyzer extends AbstractFailureAnalyzer<SetupFault> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SetupFault cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.mend(), cause);
    }
}
