package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.journal.DomainEvent;
import java.util.Optional;
import java.util.Set;

/** Works out whom an event of a kept record concerns, when the event leaves the outbox. */
@FunctionalInterface
public interface RecordAudience {

    /**
     * Whom an event concerns.
     *
     * @param ledger for looking up only; whoever may see what
     * @return empty when the record is gone
     */
    Optional<Told> of(Ledger ledger, DomainEvent event);

    /**
     * Whom to tell about what.
     *
     * @param kind the ticket type's or record's name that the record is about
     * @param id its id
     * @param label how people know it
     * @param people who should be told; empty for nobody
     */
    record Told(String kind, String id, String label, Set<PersonId> people) {

        /** Copies the people. */
        public Told {
            people = Set.copyOf(people);
        }
    }
}
