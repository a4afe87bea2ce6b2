package io.itsm4j.sla;

import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would have become of clocks under other definitions.
 *
 * @param examined how many tickets were looked at
 * @param differing how many of them have a clock that differs
 * @param before the clocks there were of agreements that the proposal touches
 * @param after the clocks there would have been
 * @param tickets the tickets that differ
 * @param next where to go on, or empty when all are done
 */
public record WhatIfReport(
        long examined, long differing, Counts before, Counts after, List<Ticket> tickets, Optional<TicketId> next) {

    static final WhatIfReport NOTHING = new WhatIfReport(0, 0, Counts.NONE, Counts.NONE, List.of(), Optional.empty());

    /** Copies the tickets. */
    public WhatIfReport {
        tickets = List.copyOf(tickets);
    }

    /**
     * How many clocks there are.
     *
     * @param clocks all of them
     * @param breached those that missed a due instant
     */
    public record Counts(long clocks, long breached) {

        static final Counts NONE = new Counts(0, 0);

        Counts plus(Counts more) {
            return new Counts(clocks + more.clocks, breached + more.breached);
        }

        Counts plus(@Nullable Figures one) {
            return one == null ? this : new Counts(clocks + 1, breached + (one.breachedAt() == null ? 0 : 1));
        }
    }

    /**
     * A ticket that differs.
     *
     * @param ticket the ticket
     * @param number its human number
     * @param clocks the clocks that differ, in the order of their start
     */
    public record Ticket(TicketId ticket, String number, List<Difference> clocks) {

        /** Copies the clocks. */
        public Ticket {
            clocks = List.copyOf(clocks);
        }
    }

    /**
     * A clock that differs.
     *
     * @param key which clock
     * @param cycle which of its cycles
     * @param before what became of it, or null when it was not there
     * @param after what would have become of it, or null when it would not have been there
     */
    public record Difference(
            ClockKey key,
            int cycle,
            @Nullable Figures before,
            @Nullable Figures after) {}

    /**
     * What became of a clock, seen from the instant of the report.
     *
     * @param status where it stands
     * @param target the target that applied last
     * @param startedAt from when it counted
     * @param dueAt when it was due last, or null for never
     * @param breachedAt the first due instant it missed, whether that is noted or not; or null
     * @param endedAt when it ended, or null
     * @param elapsed its working time
     */
    public record Figures(
            ClockStatus status,
            String target,
            Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant breachedAt,
            @Nullable Instant endedAt,
            Duration elapsed) {}

    WhatIfReport goingOnAfter(TicketId last) {
        return new WhatIfReport(examined, differing, before, after, tickets, Optional.of(last));
    }

    /** The counts of both, without tickets. */
    WhatIfReport plus(WhatIfReport more) {
        return new WhatIfReport(
                examined + more.examined,
                differing + more.differing,
                before.plus(more.before),
                after.plus(more.after),
                List.of(),
                Optional.empty());
    }
}
