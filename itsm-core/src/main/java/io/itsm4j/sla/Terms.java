package io.itsm4j.sla;

import io.itsm4j.calendar.BusinessCalendar;
import java.util.Collection;

/** What the fold has to be told about definitions: which hold for a ticket, and in which revision. */
interface Terms {

    /**
     * The agreements that are looked at, in order: those that the ticket is bound to in their revision, then others.
     */
    Collection<Bound> agreements(TicketClocks clocks);

    /** The revision of the calendar that a clock starts under, or switches to. */
    String calendarFor(ClockKey key, Bound bound, Target target, Situation situation);

    /** A revision of a calendar. */
    BusinessCalendar calendar(String hash);
}
