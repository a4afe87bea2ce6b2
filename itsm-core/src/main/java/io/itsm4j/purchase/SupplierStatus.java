package io.itsm4j.purchase;

/** Whether something is bought from a supplier. */
public enum SupplierStatus {
    /** Yes. */
    ACTIVE,
    /** Not now: nothing new is wanted or ordered, what is under way goes on. */
    SUSPENDED,
    /** Not any more. */
    ARCHIVED
}
