package io.itsm4j.change;

/** What is opened by itself when a change has failed or was backed out, linked as caused by it. */
public enum FailureRule {
    /** A problem. */
    PROBLEM,
    /** An incident. */
    INCIDENT,
    /** Nothing; the review says what follows. */
    NOTHING
}
