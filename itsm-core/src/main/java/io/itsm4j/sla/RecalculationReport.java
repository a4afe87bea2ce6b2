package io.itsm4j.sla;

import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a recalculation changed, or would change.
 *
 * @param examined how many tickets were looked at
 * @param tickets those of which a clock changed
 * @param next where to go on, or empty when all are done
 */
public record RecalculationReport(int examined, List<Recalculated> tickets, Optional<TicketId> next) {

    /** Copies the tickets. */
    public RecalculationReport {
        tickets = List.copyOf(tickets);
    }

    /**
     * One ticket.
     *
     * @param ticket the ticket
     * @param number its human number
     * @param changes what changed, clock by clock
     */
    public record Recalculated(TicketId ticket, String number, List<Change> changes) {

        /** Copies the changes. */
        public Recalculated {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One clock.
     *
     * @param key which clock
     * @param cycle which of its cycles
     * @param statusBefore where it stood, or null when it is new
     * @param dueBefore when it was due, or null
     * @param statusAfter where it stands
     * @param dueAfter when it is due, or null
     */
    public record Change(
            ClockKey key,
            int cycle,
            @Nullable ClockStatus statusBefore,
            @Nullable Instant dueBefore,
            ClockStatus statusAfter,
            @Nullable Instant dueAfter) {}
}
