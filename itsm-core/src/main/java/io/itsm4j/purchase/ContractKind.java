package io.itsm4j.purchase;

/** What a contract is about. */
public enum ContractKind {
    PURCHASE,
    MAINTENANCE,
    LEASE,
    LICENCE,
    SUPPORT
}
