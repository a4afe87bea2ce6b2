package io.itsm4j.change;

/** How much a change puts at risk. */
public enum RiskLevel {
    LOW,
    MEDIUM,
    HIGH,
    VERY_HIGH;

    /** Whether it is this one or a higher one. */
    public boolean isAtLeast(RiskLevel other) {
        return compareTo(other) >= 0;
    }
}
