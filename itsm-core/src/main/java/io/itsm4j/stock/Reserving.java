package io.itsm4j.stock;

import io.itsm4j.stock.Reservation.State;
import io.itsm4j.stock.StockWriter.Cause;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets parts aside and ends that, within one command that holds the ticket, then the item. */
final class Reserving {

    private final StockDeclaration declared;
    private final Ledger ledger;

    Reserving(StockDeclaration declared, Ledger ledger) {
        this.declared = declared;
        this.ledger = ledger;
    }

    /** What is set aside of an item, held, as this command has left it, the oldest first. */
    private List<Reservation> open(Criterion<Reservation> which) {
        return ledger.held(declared.reservations(), which.and(Reservation.STATE.is(State.OPEN))).stream()
                .map(stored -> ledger.get(declared.reservations(), stored.id()))
                .filter(present -> present.state() == State.OPEN)
                .toList();
    }

    /** Takes from what is set aside for a ticket, the oldest first; returns how many. */
    long use(StockItem item, TicketId ticket, long wanted) {
        long left = wanted;
        Criterion<Reservation> forIt = Reservation.ITEM.is(item.id()).and(Reservation.TICKET.is(ticket));
        for (Reservation reservation : open(forIt)) {
            long taken = Math.min(left, reservation.open());
            if (taken > 0) {
                less(reservation, taken, State.USED, "ReservationUsed");
                left -= taken;
            }
        }
        return wanted - left;
    }

    /** Gives up what is set aside of an item, the newest first, because so many are not there; returns how many. */
    long cut(StockItem item, long missing) {
        long left = missing;
        List<Reservation> newest = open(Reservation.ITEM.is(item.id())).stream()
                .sorted(Comparator.comparing(Reservation::at)
                        .thenComparing(Reservation::id)
                        .reversed())
                .toList();
        for (Reservation reservation : newest) {
            long taken = Math.min(left, reservation.open());
            if (taken > 0) {
                less(reservation, taken, State.CUT, "ReservationCut");
                left -= taken;
            }
        }
        return missing - left;
    }

    private void less(Reservation before, long taken, State end, String event) {
        ledger.change(declared.reservations(), before, before.less(taken, end), event, Map.of("quantity", taken));
    }

    /** Gives up the rest of a reservation. */
    Reservation end(Reservation reservation, State how, @Nullable String reason) {
        StockItem item = ledger.get(declared.items(), reservation.item());
        long rest = reservation.open();
        Reservation ended = ledger.change(
                declared.reservations(),
                reservation,
                reservation.less(rest, how),
                how == State.EXPIRED ? "ReservationExpired" : "ReservationReleased",
                Map.of("quantity", rest));
        StockWriter writer = new StockWriter(declared, ledger);
        Cause cause = Cause.of(Movement.Kind.RELEASE, reason)
                .ticket(reservation.ticket(), null)
                .reservation(reservation.id());
        writer.move(item, 0, -rest, 0, cause);
        new Telling(declared, ledger)
                .tell(reservation.ticket(), how == State.EXPIRED ? "ReservationExpired" : "PartsReleased", item, rest);
        return ended;
    }
}
