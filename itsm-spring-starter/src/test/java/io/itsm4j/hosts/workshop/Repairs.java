package io.itsm4j.hosts.workshop;

import io.itsm4j.incident.Incident;
import io.itsm4j.spring.ItsmSessions;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the host does, with a ticket beside its own row. */
@Service
public class Repairs {

    private final EntityManager entities;
    private final ItsmSessions itsm;

    Repairs(EntityManager entities, ItsmSessions itsm) {
        this.entities = entities;
        this.itsm = itsm;
    }

    /** Writes a row and opens an incident about it, in one transaction. */
    @Transactional
    public Ticket<Incident> accept(String plate) {
        entities.persist(new Repair(plate));
        return open(plate);
    }

    /** The same, and then fails. */
    @Transactional
    public void acceptAndFail(String plate) {
        entities.persist(new Repair(plate));
        open(plate);
        throw new IllegalStateException("the lift is broken");
    }

    /** Runs something in a transaction. */
    @Transactional
    public <T> T inOne(Supplier<T> work) {
        return work.get();
    }

    /** Runs something in a transaction of its own. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public <T> T inItsOwn(Supplier<T> work) {
        return work.get();
    }

    /** Runs something behind a savepoint. */
    @Transactional(propagation = Propagation.NESTED)
    public <T> T nested(Supplier<T> work) {
        return work.get();
    }

    /** Runs something in a transaction that only reads. */
    @Transactional(readOnly = true)
    public <T> T reading(Supplier<T> work) {
        return work.get();
    }

    /** Writes a row. */
    public void write(String plate) {
        entities.persist(new Repair(plate));
    }

    /** Opens an incident. */
    public Ticket<Incident> open(String plate) {
        return itsm.current().incidents().open(OpenTicket.titled("Repair of " + plate));
    }

    /** How many rows there are. */
    public long count() {
        return entities.createQuery("select count(r) from Repair r", Long.class).getSingleResult();
    }
}
