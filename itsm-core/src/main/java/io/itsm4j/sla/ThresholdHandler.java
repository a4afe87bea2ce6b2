package io.itsm4j.sla;

import io.itsm4j.journal.DomainEvent;

/** The host's part in an escalation, called by its name after the commit when events are delivered. */
@FunctionalInterface
public interface ThresholdHandler {

    /**
     * Called at least once for each key; throwing puts the event off, with everything after it about the same ticket.
     * Sink and notifier get the event all the same.
     *
     * @param key the same at every attempt: the clock, its cycle and the level
     * @param event the event by which the level was reached
     */
    void reached(String key, DomainEvent event);
}
