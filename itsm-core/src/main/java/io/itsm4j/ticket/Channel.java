package io.itsm4j.ticket;

/** How a ticket reached the desk. */
public enum Channel {
    PORTAL,
    PHONE,
    EMAIL,
    IN_APP,
    MONITORING,
    WALK_IN,
    API
}
