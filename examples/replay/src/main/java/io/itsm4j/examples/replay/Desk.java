package io.itsm4j.examples.replay;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmSession;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.Anchor;
import io.itsm4j.journal.IdSource;
import io.itsm4j.journal.Verification;
import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.ServiceLevelReports;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Store;
import io.itsm4j.ticket.FieldDefinition;
import io.itsm4j.ticket.FieldSchema;
import io.itsm4j.ticket.PriorityMatrix;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The library as this company would set it up: its own priorities, nothing that happens by itself, and a clock that
 * shows the recorded time.
 */
final class Desk implements AutoCloseable {

    /** The company rates low impact and low urgency as 4, not as 5. */
    static final PriorityMatrix PRIORITIES = PriorityMatrix.of("the company's", "123", "234", "344");

    private static final long SEED = 20160229;
    private static final IncidentPolicy NOTHING_BY_ITSELF =
            IncidentPolicy.STANDARD.closingAfter(Duration.ZERO).reminding(Duration.ZERO, 0, Duration.ZERO);
    private static final FieldSchema FIELDS = FieldSchema.of(
            FieldDefinition.of("location", FieldDefinition.Type.TEXT),
            FieldDefinition.of("symptom", FieldDefinition.Type.TEXT),
            FieldDefinition.of("problem", FieldDefinition.Type.TEXT),
            FieldDefinition.of("change", FieldDefinition.Type.TEXT),
            FieldDefinition.of("knowledge", FieldDefinition.Type.FLAG),
            FieldDefinition.of("priority-confirmed", FieldDefinition.Type.FLAG));
    private static final Actor AUDITOR = Actor.of(Company.TENANT.value(), "Auditor of the replay", Role.AUDITOR);
    private static final Actor MANAGER = Actor.of(Company.TENANT.value(), "Manager of the replay", Role.MANAGER);

    private final Itsm itsm;
    private Instant now = Instant.EPOCH;

    Desk(Store store, Company company) {
        itsm = Itsm.builder()
                .store(store)
                .clock(() -> now)
                .ids(IdSource.seeded(SEED))
                .directory(company)
                .definitions(company)
                .incidentPolicy(NOTHING_BY_ITSELF)
                .incidents(type -> type.with(is -> is.matrix(PRIORITIES).fields(FIELDS)))
                .anchors(anchor -> {})
                .build();
    }

    void setClock(Instant time) {
        now = time;
    }

    /** Runs the commands of a row, all or none. */
    <T> T inTransaction(Supplier<T> commands) {
        return itsm.inTransaction(commands);
    }

    /** The verbs of a recorded person. */
    Incidents incidents(String person) {
        return itsm.as(Actor.of(Company.TENANT.value(), person, Role.AGENT)).incidents();
    }

    /** The incident of a recorded number, read afresh. */
    Optional<Ticket<Incident>> recorded(String number) {
        return auditor().incidents().tickets().findByExternalReference(number);
    }

    /** How many incidents were open at an instant. */
    long openAt(Instant instant) {
        Criterion<TicketRecord> opened = TicketAttributes.OPENED_AT.atMost(instant);
        Criterion<TicketRecord> unended =
                TicketAttributes.CLOSED_AT.isAbsent().or(TicketAttributes.CLOSED_AT.after(instant));
        return auditor().incidents().count(opened.and(unended));
    }

    /** Checks every chain of the journal. */
    Verification verify() {
        return itsm.verify(Company.TENANT);
    }

    /** The seal over the ends of all chains. */
    Anchor seal() {
        return itsm.anchor(Company.TENANT);
    }

    /** Makes an agreement, and the calendars it names. */
    void agree(io.itsm4j.sla.Agreement agreement, List<CalendarDefinition> calendars) {
        ServiceLevels levels = itsm.as(MANAGER).serviceLevels();
        calendars.forEach(levels::defineCalendar);
        levels.define(agreement);
    }

    /** How the last clock of an incident ended. */
    Optional<ClockStatus> verdict(TicketId ticket) {
        return auditor().serviceLevels().clocks(ticket).stream()
                .map(SlaClock::status)
                .reduce((earlier, later) -> later);
    }

    /** Reports and trials on what was played. */
    ServiceLevelReports reports() {
        return auditor().serviceLevels().reports();
    }

    private ItsmSession auditor() {
        return itsm.as(AUDITOR);
    }

    @Override
    public void close() {
        itsm.close();
    }
}
