package io.itsm4j.change;

import io.itsm4j.RuleViolated;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which item when. Bookings of a tenant follow each other: each holds the tenant's guard row before it asks
 * whether the window is free, and asks by a locking read, so that two changes can never both find it free.
 */
final class Bookings {

    /** The most items that one change may hold, dependants included. */
    static final int MOST = Query.MOST;

    private static final String GUARD = "change-bookings";

    /** What of a booking a conflict tells; direct as the other change holds the item. */
    private static final Projection<Booking, BookingConflict> VIEW = new Projection<>(
            List.of(Booking.CHANGE, Booking.NUMBER, Booking.CI, Booking.DIRECT, Booking.START, Booking.END),
            values -> new BookingConflict(
                    TicketId.of((String) values.get(0)),
                    (String) values.get(1),
                    (String) values.get(2),
                    (Boolean) values.get(3),
                    new Slot((Instant) values.get(4), (Instant) values.get(5))));

    private final Ledger ledger;
    private final Dependencies dependencies;

    Bookings(Ledger ledger, Dependencies dependencies) {
        this.ledger = ledger;
        this.dependencies = dependencies;
    }

    /** The items and all that depends on them. */
    Set<String> closure(Collection<String> items) {
        Set<String> all = new HashSet<>(items.isEmpty() ? Set.of() : dependencies.dependants(ledger.tenant(), items));
        all.addAll(items);
        if (all.size() > MOST) {
            throw new RuleViolated("CHANGE_TOO_WIDE", Map.of("items", all.size(), "limit", MOST));
        }
        return all;
    }

    /** What stands against a window; not held, for somebody who only wants to know. */
    List<BookingConflict> conflicts(@Nullable TicketId self, Set<String> items, Slot slot) {
        return conflicts(self, items, closure(items), slot, Lock.NONE);
    }

    private List<BookingConflict> conflicts(
            @Nullable TicketId self, Set<String> items, Set<String> closure, Slot slot, Lock lock) {
        if (closure.isEmpty()) {
            return List.of();
        }
        Query<Booking> query = Query.of(Booking.KIND, ledger.tenant(), clashing(items, closure, slot));
        List<BookingConflict> clashes = lock == Lock.NONE
                ? ledger.list(query, VIEW)
                : ledger.list(query.locked(lock)).stream()
                        .map(Bookings::conflict)
                        .toList();
        Map<String, BookingConflict> found = new LinkedHashMap<>();
        for (BookingConflict other : clashes) {
            if (!other.change().equals(self)) {
                boolean direct = other.direct() && items.contains(other.ci());
                BookingConflict conflict =
                        new BookingConflict(other.change(), other.number(), other.ci(), direct, other.slot());
                found.merge(other.change().value(), conflict, (a, b) -> a.direct() ? a : b);
            }
        }
        return List.copyOf(found.values());
    }

    private static BookingConflict conflict(Booking booking) {
        return new BookingConflict(booking.change(), booking.number(), booking.ci(), booking.direct(), booking.slot());
    }

    /** Changed by the other and hit by this one, or changed by this one and hit by the other. */
    private static Criterion<Booking> clashing(Set<String> items, Set<String> closure, Slot slot) {
        return Booking.CI
                .in(closure)
                .and(Booking.END.after(slot.start()))
                .and(Booking.START.before(slot.end()))
                .and(Booking.DIRECT.is(true).or(Booking.CI.in(items)));
    }

    /**
     * Books a window.
     *
     * @param tolerated whether it is booked over conflicts
     * @return the conflicts it was booked over
     * @throws RuleViolated with {@code CHANGE_CONFLICT} when somebody holds an item then and that is not tolerated
     */
    List<BookingConflict> book(TicketId change, String number, Set<String> items, Slot slot, boolean tolerated) {
        Set<String> closure = closure(items);
        ledger.hold(GUARD);
        List<BookingConflict> conflicts = conflicts(change, items, closure, slot, Lock.WRITE);
        if (!conflicts.isEmpty() && !tolerated) {
            throw new RuleViolated(
                    "CHANGE_CONFLICT",
                    Map.of(
                            "number",
                            number,
                            "conflicts",
                            conflicts.stream().map(Bookings::text).toList()));
        }
        String lead = items.stream().sorted().findFirst().orElse("");
        for (String ci : closure.stream().sorted().toList()) {
            ledger.insert(
                    Booking.KIND,
                    new Booking(
                            ledger.newId(),
                            ledger.tenant(),
                            change,
                            number,
                            ci,
                            items.contains(ci),
                            ci.equals(lead),
                            slot.start(),
                            slot.end()));
        }
        return conflicts;
    }

    static String text(BookingConflict conflict) {
        return conflict.number() + " holds " + conflict.ci() + " from "
                + conflict.slot().start() + " to " + conflict.slot().end();
    }

    /** Which changes are scheduled or being carried out in a span, by the start of their windows. */
    Page<TicketId> ahead(Slot within, int size, @Nullable String cursor) {
        PageRequest<Booking> request = PageRequest.of(Booking.LEAD
                        .is(true)
                        .and(Booking.START.before(within.end()))
                        .and(Booking.END.after(within.start())))
                .ofSize(size)
                .at(cursor);
        return ledger.page(Booking.KIND, Booking.ID, request, List.of(Sort.ascending(Booking.START)))
                .map(Booking::change);
    }

    /** Gives everything free that a change holds. */
    void release(TicketId change) {
        ledger.hold(GUARD);
        ledger.list(Query.of(Booking.KIND, ledger.tenant(), Booking.CHANGE.is(change))
                        .locked(Lock.WRITE))
                .forEach(booking -> ledger.remove(Booking.KIND, booking));
    }

    /** When others hold one of the items, or what rests on it, within bounds. */
    List<Slot> taken(@Nullable TicketId self, Set<String> items, Slot within) {
        Set<String> closure = closure(items);
        List<Slot> taken = new ArrayList<>();
        if (!closure.isEmpty()) {
            ledger.list(Query.of(Booking.KIND, ledger.tenant(), clashing(items, closure, within))).stream()
                    .filter(booking -> !booking.change().equals(self))
                    .forEach(booking -> taken.add(booking.slot()));
        }
        return taken.stream().distinct().collect(Collectors.toList());
    }
}
