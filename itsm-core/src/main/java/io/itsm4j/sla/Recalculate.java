package io.itsm4j.sla;

import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The input of recalculating clocks under the definitions that are current.
 *
 * @param which the tickets
 * @param after where to go on, or null for the beginning
 * @param limit the most tickets to look at, 1 to 1,000
 * @param isDryRun whether nothing is changed
 */
public record Recalculate(
        Criterion<TicketRecord> which,
        @Nullable TicketId after,
        @Min(1) @Max(1_000) int limit,
        boolean isDryRun) {

    /** What would change for open tickets, the first 100 of them. */
    public static Recalculate dryRun() {
        return new Recalculate(TicketAttributes.IS_OPEN.is(true), null, 100, true);
    }

    /** The same, and change it. */
    public Recalculate forReal() {
        return new Recalculate(which, after, limit, false);
    }

    /** The same for other tickets. */
    public Recalculate of(Criterion<TicketRecord> tickets) {
        return new Recalculate(tickets, after, limit, isDryRun);
    }

    /** The same, going on after a ticket. */
    public Recalculate from(@Nullable TicketId ticket) {
        return new Recalculate(which, ticket, limit, isDryRun);
    }

    /** The same, looking at no more than so many tickets. */
    public Recalculate atMost(int most) {
        return new Recalculate(which, after, most, isDryRun);
    }
}
