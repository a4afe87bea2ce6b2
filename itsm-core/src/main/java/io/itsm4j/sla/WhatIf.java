package io.itsm4j.sla;

import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of trying definitions out on the tickets there were.
 *
 * @param agreements agreements that take the place of those with the same key, or are added
 * @param calendars calendars that take the place of those with the same name, or are added; agreements that are not
 *     proposed keep the revision that measured a ticket, and use them
 * @param which the tickets
 * @param after where to go on, or null for the beginning
 * @param limit the most tickets of a page, 1 to 1,000
 */
public record WhatIf(
        List<Agreement> agreements,
        List<CalendarDefinition> calendars,
        Criterion<TicketRecord> which,
        @Nullable TicketId after,
        @Min(1) @Max(1_000) int limit) {

    /** Copies the definitions. */
    public WhatIf {
        agreements = List.copyOf(agreements);
        calendars = List.copyOf(calendars);
    }

    /** Agreements, on all tickets. */
    public static WhatIf agreed(Agreement... agreements) {
        return new WhatIf(List.of(agreements), List.of(), Criterion.all(), null, 200);
    }

    /** Calendars, on all tickets. */
    public static WhatIf open(CalendarDefinition... calendars) {
        return new WhatIf(List.of(), List.of(calendars), Criterion.all(), null, 200);
    }

    /** The same, and a calendar. */
    public WhatIf with(CalendarDefinition calendar) {
        List<CalendarDefinition> more = new ArrayList<>(calendars);
        more.add(calendar);
        return new WhatIf(agreements, more, which, after, limit);
    }

    /** The same for other tickets. */
    public WhatIf of(Criterion<TicketRecord> tickets) {
        return new WhatIf(agreements, calendars, tickets, after, limit);
    }

    /** The same, going on after a ticket. */
    public WhatIf from(@Nullable TicketId ticket) {
        return new WhatIf(agreements, calendars, which, ticket, limit);
    }

    /** The same, looking at no more than so many tickets at a time. */
    public WhatIf atMost(int most) {
        return new WhatIf(agreements, calendars, which, after, most);
    }
}
