package io.itsm4j.journal;

/** Where the host keeps anchors: a file on another machine, a ledger, a time-stamping service. */
@FunctionalInterface
public interface AnchorSink {

    /** Takes an anchor; throwing fails the anchoring and nothing else. */
    void accept(Anchor anchor);
}
