package io.itsm4j.approval;

/** What happens when a step is not decided in time. */
public enum Expiry {
    /** It stays open. */
    NOTHING,
    /** It counts as approved. */
    APPROVE,
    /** It counts as rejected, and with it the whole. */
    REJECT,
    /** Those to whom it escalates are asked as well, and any one of them decides. */
    ESCALATE
}
