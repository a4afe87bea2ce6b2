package io.itsm4j.sla;

/** Where a clock stands. */
public enum ClockStatus {
    /** Time passes. */
    RUNNING,
    /** Time stands still until its cause is gone. */
    PAUSED,
    /** It was stopped at or before its due instant. */
    MET,
    /** It was stopped, and its due instant had been missed. */
    BREACHED,
    /** It was given up: nothing is measured any more. */
    CANCELLED;

    /** Whether it still measures. */
    public boolean isOpen() {
        return this == RUNNING || this == PAUSED;
    }
}
