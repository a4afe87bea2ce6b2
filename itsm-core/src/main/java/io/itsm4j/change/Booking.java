package io.itsm4j.change;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;

/**
 * A scheduled change holds a configuration item for the time of its window: an item that it changes, or one that
 * depends on such an item. All dependants are written down as they were when the window was booked.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param change the change
 * @param number the change's human number
 * @param ci the item
 * @param direct whether the change changes it; false for what depends on such an item
 * @param lead whether it stands for the change in the forward schedule; one of a change's bookings does
 * @param start the first instant of the window
 * @param end the first instant after it
 */
public record Booking(
        String id,
        TenantId tenant,
        TicketId change,
        String number,
        String ci,
        boolean direct,
        boolean lead,
        Instant start,
        Instant end) {

    /** The primary key. */
    public static final Attribute<Booking, String> ID = Attribute.text("id", Booking::id);

    /** The change. */
    public static final Attribute<Booking, TicketId> CHANGE =
            Attribute.text("change", Booking::change, TicketId::value);

    /** The change's human number. */
    public static final Attribute<Booking, String> NUMBER = Attribute.text("number", Booking::number);

    /** The item. */
    public static final Attribute<Booking, String> CI = Attribute.text("ci", Booking::ci);

    /** Whether the change changes it. */
    public static final Attribute<Booking, Boolean> DIRECT = Attribute.flag("direct", Booking::direct);

    /** Whether it stands for the change in the forward schedule. */
    public static final Attribute<Booking, Boolean> LEAD = Attribute.flag("lead", Booking::lead);

    /** The first instant of the window. */
    public static final Attribute<Booking, Instant> START =
            Attribute.<Booking>time("start", Booking::start).sorted();

    /** The first instant after the window. */
    public static final Attribute<Booking, Instant> END =
            Attribute.<Booking>time("end", Booking::end).sorted();

    /** How bookings are stored. */
    public static final RecordKind<Booking> KIND = RecordKind.of("booking", Booking.class, Booking::id, Booking::tenant)
            .with(ID, NUMBER, DIRECT, LEAD, START, END)
            .lookup(CHANGE, CI);

    Slot slot() {
        return new Slot(start, end);
    }
}
