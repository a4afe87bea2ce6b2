package io.itsm4j.sla;

import io.itsm4j.actor.GroupId;
import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.Restriction;
import io.itsm4j.ticket.TicketRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes rows of clocks. */
final class ClockRows {

    private ClockRows() {}

    static SlaClock row(ClockState clock, TicketRecord ticket, Instant now, Bound bound, Terms terms) {
        BusinessCalendar calendar = terms.calendar(clock.calendar());
        Target target = bound.agreement().target(clock.target());
        Duration agreed = Timing.agreed(clock, target, calendar);
        GroupId group = ticket.assignment().group();
        return new SlaClock(
                clock.key().rowId(ticket.id(), clock.cycle()),
                ticket.tenant(),
                ticket.id(),
                ticket.number(),
                ticket.type(),
                clock.key().agreement(),
                bound.revision(),
                bound.hash(),
                bound.agreement().kind(),
                clock.key().metric(),
                clock.key().holder(),
                clock.target(),
                clock.cycle(),
                clock.status(),
                clock.startedAt(),
                due(clock),
                Levels.next(clock, terms, bound).orElse(Due.NEVER),
                share(clock, target, calendar, 50),
                share(clock, target, calendar, 75),
                share(clock, target, calendar, 90),
                Micros.of(Timing.elapsed(clock, calendar, now)),
                agreed == null ? 0 : Micros.of(agreed),
                clock.breachedAt(),
                clock.endedAt(),
                clock.calendar(),
                ticket.classification().priority(),
                group == null ? null : group.value(),
                ticket.classification().service(),
                ticket.people().organisationUnit(),
                Restriction.text(ticket.restrictedTo()));
    }

    /** Whether a clock of the ticket is listed under the same priority, group, service and customer. */
    static boolean hasSameFacts(TicketRecord one, TicketRecord other) {
        return one.classification().priority() == other.classification().priority()
                && Objects.equals(one.assignment().group(), other.assignment().group())
                && Objects.equals(
                        one.classification().service(), other.classification().service())
                && Objects.equals(
                        one.people().organisationUnit(), other.people().organisationUnit());
    }

    /** A paused clock is due at no instant that can be named, unless it was due before the pause. */
    private static Instant due(ClockState clock) {
        return clock.status() == ClockStatus.PAUSED ? passed(clock, clock.dueAt()) : SlaClock.orNever(clock.dueAt());
    }

    private static Instant share(ClockState clock, Target target, BusinessCalendar calendar, int percent) {
        Instant at = Timing.share(clock, target, calendar, percent);
        return clock.status() == ClockStatus.RUNNING ? SlaClock.orNever(at) : passed(clock, at);
    }

    private static Instant passed(ClockState clock, @Nullable Instant at) {
        return at == null || at.isAfter(clock.measuredTo(Due.NEVER)) ? Due.NEVER : at;
    }
}
