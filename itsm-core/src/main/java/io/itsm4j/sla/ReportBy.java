package io.itsm4j.sla;

/** What a report about service levels tells apart. */
public enum ReportBy {
    /** The agreement's key. */
    AGREEMENT,
    /** What is measured. */
    METRIC,
    /** Whose time: a group, a supplier, or nothing for the customer's. */
    HOLDER,
    /** The ticket's priority at the instant of the report. */
    PRIORITY,
    /** The ticket's group at the instant of the report. */
    GROUP,
    /** The ticket's organisation unit at the instant of the report. */
    CUSTOMER,
    /** The ticket's service at the instant of the report. */
    SERVICE,
    /** The ticket's type. */
    TYPE,
    /** The month in which the ticket was reported, in the zone of the report, as {@code 2026-03}. */
    MONTH
}
