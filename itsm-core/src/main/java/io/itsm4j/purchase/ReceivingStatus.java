package io.itsm4j.purchase;

/** How much of a purchase has arrived. */
public enum ReceivingStatus {
    /** Nothing that stayed. */
    NOTHING,
    /** Some, and more is to come. */
    PARTLY,
    /** Some, and nothing more is to come. */
    ALL
}
