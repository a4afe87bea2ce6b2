package io.itsm4j.examples.benchmarks;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.jpa.JpaStore;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Target;
import io.itsm4j.storage.Store;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import javax.sql.DataSource;

/** The library, as an application uses it. */
final class LibraryLife implements Life {

    private final Itsm itsm;
    private final Incidents incidents;
    private final Runnable closing;

    private LibraryLife(Store store, Runnable closing) {
        this.itsm = Itsm.builder().store(store).sink(event -> {}).build();
        this.incidents = itsm.as(Actor.of("itsm4j", PERSON, Role.AGENT)).incidents();
        this.closing = closing;
    }

    /**
     * Lives on a pool.
     *
     * @param timed whether each incident has a clock
     */
    static LibraryLife on(DataSource pool, boolean timed) {
        EntityManagerFactory factory = Hibernate.factory(pool, JpaStore.entityClassNames());
        LibraryLife life = new LibraryLife(JpaStore.owning(factory), factory::close);
        if (timed) {
            life.itsm
                    .as(Actor.of("itsm4j", PERSON, Role.MANAGER))
                    .serviceLevels()
                    .define(Agreement.sla(
                            HandClock.AGREEMENT, "Gold", Target.within(Metric.RESOLUTION, Duration.ofHours(8))));
        }
        return life;
    }

    static LibraryLife inMemory() {
        return new LibraryLife(new MemoryStore(), () -> {});
    }

    @Override
    public String name() {
        return "itsm4j";
    }

    @Override
    public void live(long number) {
        TicketId id = incidents
                .open(OpenTicket.titled(Life.title(number)).describedAs(DESCRIPTION))
                .id();
        incidents.assign(id, Assign.to(GROUP, PERSON));
        incidents.start(id);
        incidents.hold(id, HoldIncident.untilCallerAnswers(QUESTION));
        incidents.resume(id);
        incidents.resolve(id, ResolveIncident.with(CODE, NOTES));
        incidents.close(id);
    }

    @Override
    public void close() {
        itsm.close();
        closing.run();
    }
}
