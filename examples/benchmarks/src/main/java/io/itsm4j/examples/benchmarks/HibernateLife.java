package io.itsm4j.examples.benchmarks;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** Hand-written Hibernate: entities of the same tables, optimistic versions, one session a step, flushed as a batch. */
final class HibernateLife implements Life {

    static final List<Class<?>> ENTITIES = List.of(
            TicketRow.class, IncidentRow.class, JournalRow.class, OutboxRow.class, CommentRow.class, ClockRow.class);
    /** In SQL: Hibernate translates an update in JPQL anew each time, which costs more than running it. */
    private static final String CLOCK = "update itsm_sla_clock set clock_status = :status, is_open = :open,"
            + " due_at = :due, next_at = :next, half_at = :half, three_quarters_at = :quarters,"
            + " nine_tenths_at = :tenths, elapsed_micros = :elapsed, ended_at = %s where id = :id";

    private static final String RUNNING_CLOCK = CLOCK.formatted("null");
    private static final String ENDED_CLOCK = CLOCK.formatted(":ended");
    private static final String RESOLUTION =
            "update itsm_incident set resolution_code = :code, resolution_notes = :notes where id = :id";
    private static final String CHANGED_TABLES = "org.hibernate.query.native.spaces";

    private static final String OPEN_ENDS = "select (select count(t.id) from itsm_task t where t.tenant = :tenant"
            + " and t.ticket_id = :id and t.task_state in ('OPEN', 'IN_PROGRESS'))"
            + " + (select count(c.id) from itsm_ticket c where c.tenant = :tenant and c.parent_id = :id and c.is_open)";

    private final EntityManagerFactory factory;
    private final Story story;
    private final boolean timed;

    /**
     * Lives on a pool.
     *
     * @param timed whether each incident has a clock
     */
    HibernateLife(DataSource pool, boolean timed) {
        this.timed = timed;
        story = new Story(timed);
        factory = Hibernate.factory(pool, ENTITIES.stream().map(Class::getName).toList());
    }

    @Override
    public String name() {
        return "Hibernate";
    }

    @Override
    public void live(long number) {
        String id = open(number);
        step(id, (ticket, entities) -> {
            Entry entry = story.assigned(head(ticket), now());
            HibernateRows.assigned(ticket);
            return entry;
        });
        step(id, (ticket, entities) -> {
            Entry entry = story.started(head(ticket), now());
            HibernateRows.started(ticket, entry);
            return entry;
        });
        step(id, (ticket, entities) -> {
            Instant now = now();
            String comment = story.id(now);
            Entry entry = story.held(head(ticket), comment, now);
            HibernateRows.held(ticket, entry);
            time(ticket, entities, entry, clock -> clock.heldAt(entry.at()));
            entities.persist(HibernateRows.comment(comment, entry));
            return entry;
        });
        step(id, (ticket, entities) -> {
            Entry entry = story.resumed(head(ticket), now());
            HibernateRows.resumed(ticket);
            time(ticket, entities, entry, clock -> clock.resumedAt(entry.at()));
            return entry;
        });
        step(id, (ticket, entities) -> {
            Entry entry = story.resolved(head(ticket), now());
            HibernateRows.resolved(ticket, entry);
            time(ticket, entities, entry, clock -> clock.metAt(entry.at()));
            entities.createNativeQuery(RESOLUTION)
                    .setFlushMode(FlushModeType.COMMIT)
                    .setHint(CHANGED_TABLES, "itsm_incident")
                    .setParameter("code", CODE)
                    .setParameter("notes", NOTES)
                    .setParameter("id", id)
                    .executeUpdate();
            return entry;
        });
        step(id, (ticket, entities) -> {
            Object open = entities.createNativeQuery(OPEN_ENDS, Long.class)
                    .setFlushMode(FlushModeType.COMMIT)
                    .setParameter("tenant", name())
                    .setParameter("id", id)
                    .getSingleResult();
            if (!open.equals(0L)) {
                throw new IllegalStateException("has open tasks or children");
            }
            Entry entry = story.closed(head(ticket), now());
            HibernateRows.closed(ticket, entry);
            return entry;
        });
    }

    private String open(long number) {
        return inTransaction(entities -> {
            Instant now = now();
            String id = story.id(now);
            String title = Life.title(number);
            Entry entry = story.opened(Head.none(name(), id), title, now);
            TicketRow ticket = HibernateRows.ticket(entry, "INC" + number, title);
            if (timed) {
                HandClock clock = HandClock.startedAt(entry.at());
                HibernateRows.timed(ticket, clock);
                entities.persist(clock.row(entry, ticket.ticketNumber));
            }
            entities.persist(ticket);
            entities.persist(HibernateRows.incident(entry));
            entities.persist(HibernateRows.journal(entry));
            entities.persist(HibernateRows.outbox(entry));
            return id;
        });
    }

    private void step(String id, BiFunction<TicketRow, EntityManager, Entry> work) {
        inTransaction(entities -> {
            TicketRow ticket = entities.find(TicketRow.class, id);
            Entry entry = work.apply(ticket, entities);
            HibernateRows.touched(ticket, entry);
            entities.persist(HibernateRows.journal(entry));
            entities.persist(HibernateRows.outbox(entry));
            return id;
        });
    }

    private void time(TicketRow ticket, EntityManager entities, Entry entry, UnaryOperator<HandClock> step) {
        if (timed) {
            HandClock clock = step.apply(HandClock.read(ticket.serviceLevels));
            HibernateRows.timed(ticket, clock);
            Long ended = clock.endedAt();
            Query update = entities.createNativeQuery(ended == null ? RUNNING_CLOCK : ENDED_CLOCK)
                    .setFlushMode(FlushModeType.COMMIT)
                    .setHint(CHANGED_TABLES, "itsm_sla_clock")
                    .setParameter("status", clock.status())
                    .setParameter("open", ended == null)
                    .setParameter("due", clock.at(100))
                    .setParameter("next", clock.nextAt())
                    .setParameter("half", clock.at(50))
                    .setParameter("quarters", clock.at(75))
                    .setParameter("tenths", clock.at(90))
                    .setParameter("elapsed", clock.elapsed(entry.at()))
                    .setParameter("id", HandClock.idOf(ticket.id));
            if (ended != null) {
                update.setParameter("ended", ended);
            }
            update.executeUpdate();
        }
    }

    private <T> T inTransaction(Function<EntityManager, T> work) {
        return factory.callInTransaction(work);
    }

    private static Head head(TicketRow ticket) {
        return new Head(ticket.tenant, ticket.id, ticket.chainSequence, ticket.chainHash);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void close() {
        factory.close();
    }
}
