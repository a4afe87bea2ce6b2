package io.itsm4j.interop;

/** The status of a trouble ticket as TM Forum's API TMF621 (version 4 and 5) spells it. */
public enum TroubleTicketStatus {
    /** Received, nobody works on it yet. */
    ACKNOWLEDGED("acknowledged"),
    /** Not accepted. */
    REJECTED("rejected"),
    /** Waits for the one who asked. */
    PENDING("pending"),
    /** Waits for something else. */
    HELD("held"),
    /** Somebody works on it. */
    IN_PROGRESS("inProgress"),
    /** Given up. */
    CANCELLED("cancelled"),
    /** Finished for good. */
    CLOSED("closed"),
    /** The work is done and can still be disputed. */
    RESOLVED("resolved");

    private final String text;

    TroubleTicketStatus(String text) {
        this.text = text;
    }

    /** {@return the text that the API carries} */
    @Override
    public String toString() {
        return text;
    }
}
