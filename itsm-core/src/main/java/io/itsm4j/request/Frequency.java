package io.itsm4j.request;

/** How often something is delivered. */
public enum Frequency {
    ONCE,
    ON_REQUEST,
    PER_EVENT,
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    HALF_YEARLY,
    YEARLY
}
