package io.itsm4j.change;

/** What happens when two changes want the same or a dependent item at the same time. */
public enum ConflictRule {
    /** The later one is not scheduled. */
    BLOCK,
    /** The later one is scheduled, and the conflict is journalled. */
    WARN,
    /** The later one is scheduled once a change manager has let the conflict pass and said why. */
    ALLOW
}
