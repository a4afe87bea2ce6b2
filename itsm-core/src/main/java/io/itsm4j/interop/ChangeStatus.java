package io.itsm4j.interop;

/**
 * The status of a change request for TM Forum's API TMF655. Its published schema types the field as plain text and
 * lists no values, so these words are the library's, written in the manner of TMF621; partners agree on theirs and a
 * host maps them with {@link StatusTable#with}.
 */
public enum ChangeStatus {
    /** Still being written. */
    DRAFT("draft"),
    /** Its risk and impact are being assessed. */
    ASSESSING("assessing"),
    /** Waits for its approvers. */
    AWAITING_APPROVAL("awaitingApproval"),
    /** Waits for something else. */
    PENDING("pending"),
    /** Approved and waiting for its window. */
    SCHEDULED("scheduled"),
    /** Being carried out. */
    IN_PROGRESS("inProgress"),
    /** Carried out, under review. */
    IMPLEMENTED("implemented"),
    /** Finished for good. */
    CLOSED("closed"),
    /** Carried out and taken back. */
    BACKED_OUT("backedOut"),
    /** Not approved. */
    REJECTED("rejected"),
    /** Given up. */
    CANCELLED("cancelled");

    private final String text;

    ChangeStatus(String text) {
        this.text = text;
    }

    /** {@return the text that the API carries} */
    @Override
    public String toString() {
        return text;
    }
}
