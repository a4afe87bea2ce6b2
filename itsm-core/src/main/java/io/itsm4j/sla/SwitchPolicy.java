package io.itsm4j.sla;

/** From when a target counts that takes over from another one on a running clock. */
public enum SwitchPolicy {
    /** As if it had applied from the start; the pauses there were stay pauses. */
    FROM_START,
    /** From the moment of the change on. */
    FROM_SWITCH
}
