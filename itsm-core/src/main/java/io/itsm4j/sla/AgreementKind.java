package io.itsm4j.sla;

/** With whom an agreement is made. */
public enum AgreementKind {
    /** With a customer. */
    SLA,
    /** With a group of the own house; it measures while that group holds the ticket. */
    OLA,
    /** With a supplier, who underpins the rest; it measures while the ticket lies with the supplier. */
    UC
}
