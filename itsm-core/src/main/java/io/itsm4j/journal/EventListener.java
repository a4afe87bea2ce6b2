package io.itsm4j.journal;

/** Receives events inside the transaction that makes them, after they are written and before the commit. */
@FunctionalInterface
public interface EventListener {

    /** Takes an event; throwing rolls the whole command back. */
    void on(DomainEvent event);
}
