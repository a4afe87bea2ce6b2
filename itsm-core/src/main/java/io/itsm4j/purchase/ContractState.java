package io.itsm4j.purchase;

import java.util.Set;

/** Where a contract stands. */
public enum ContractState {
    /** It is being negotiated. */
    DRAFT,
    /** It was signed; whether it is in force follows from its validity. */
    ACTIVE,
    /** Its time ran out. */
    EXPIRED,
    /** It was ended before its time. */
    TERMINATED,
    /** Another contract goes on from it. */
    RENEWED;

    /** Those that count as in use. */
    static final Set<ContractState> LIVING = Set.of(DRAFT, ACTIVE);
}
