package io.itsm4j.approval;

/** What the votes of a step amount to. */
public enum Verdict {
    /** Votes that are still out can turn it either way. */
    OPEN,
    /** Approved, whatever the votes that are still out say. */
    APPROVED,
    /** Not approved, whatever the votes that are still out say. */
    REJECTED
}
