package io.itsm4j.ticket;

/** What happens to open children when their parent ends. */
public enum CloseRule {
    /** The parent cannot end before them. */
    BLOCK,
    /** They end with it. */
    CASCADE,
    /** They stay as they are. */
    IGNORE
}
