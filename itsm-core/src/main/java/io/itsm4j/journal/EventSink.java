package io.itsm4j.journal;

/**
 * Receives events outside the transaction that made them: after the commit, at least once, in order per record, out of
 * {@code Itsm.deliver}.
 */
@FunctionalInterface
public interface EventSink {

    /** Takes an event; throwing puts it off and keeps later events of the same record waiting. */
    void accept(DomainEvent event);
}
