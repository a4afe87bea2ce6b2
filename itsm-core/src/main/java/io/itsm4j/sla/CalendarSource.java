package io.itsm4j.sla;

/** Whose service hours count. What is not said elsewhere falls back to the agreement's. */
public enum CalendarSource {
    /** The agreement's own. */
    AGREEMENT,
    /** Those of the organisation unit that the ticket is for. */
    CUSTOMER,
    /** Those of an affected configuration item. */
    CI,
    /** Those of the place where the work is. */
    LOCATION
}
