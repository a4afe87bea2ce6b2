package io.itsm4j.problem;

/** What made somebody look for a cause. */
public enum ProblemOrigin {
    /** Looking back at incidents. */
    INCIDENT_REVIEW,
    /** A major incident. */
    MAJOR_INCIDENT,
    /** The same again and again. */
    TREND_ANALYSIS,
    /** A supplier told of it. */
    SUPPLIER,
    /** A change that failed or was backed out. */
    FAILED_CHANGE,
    /** Anything else. */
    OTHER
}
