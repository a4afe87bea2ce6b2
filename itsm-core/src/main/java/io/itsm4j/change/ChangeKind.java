package io.itsm4j.change;

/** How a change comes to be authorised. */
public enum ChangeKind {
    /** Made from a template that was authorised once and for all. */
    STANDARD,
    /** Assessed and authorised one by one. */
    NORMAL,
    /** Cannot wait: it skips the assessment, and with the role for it even the approval, which is then owed. */
    EMERGENCY
}
