package io.itsm4j.incident;

/** Why an incident waits. */
public enum HoldReason {
    CALLER,
    VENDOR,
    PROBLEM,
    CHANGE,
    EVIDENCE,
    PARTS,
    SCHEDULED
}
