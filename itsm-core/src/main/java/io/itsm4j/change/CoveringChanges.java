package io.itsm4j.change;

import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the approved change that explains why a configuration item is not as it was. */
public final class CoveringChanges {

    /** How long after its end a change still explains what is found. */
    public static final Duration AFTERWARDS = Duration.ofDays(90);

    private CoveringChanges() {}

    /**
     * The number of a change of this item that is being carried out, whose booked window holds the instant, or that was
     * carried out, wholly or in part, at most {@link #AFTERWARDS} before it.
     *
     * @param ledger reads within the question's own transaction
     * @param ci the item
     * @param at when it was found so
     */
    public static Optional<String> covering(Ledger ledger, String ci, Instant at) {
        Criterion<TicketRecord> touching = TicketAttributes.TYPE.is("change").and(TicketAttributes.CIS.is(ci));
        Criterion<TicketRecord> recent = TicketAttributes.STATE
                .in(List.of(ChangeLifecycle.SCHEDULED.name(), ChangeLifecycle.IMPLEMENT.name()))
                .or(TicketAttributes.UPDATED_AT.after(at.minus(AFTERWARDS)));
        return ledger.list(Query.of(TicketAttributes.KIND, ledger.tenant(), touching.and(recent))).stream()
                .filter(ticket -> ticket.details() instanceof Change change && covers(ticket, change, at))
                .map(TicketRecord::number)
                .sorted()
                .findFirst();
    }

    private static boolean covers(TicketRecord ticket, Change change, Instant at) {
        if (ticket.state().equals(ChangeLifecycle.IMPLEMENT)) {
            return true;
        }
        if (ticket.state().equals(ChangeLifecycle.SCHEDULED)) {
            return change.schedule()
                    .window()
                    .filter(window -> !at.isBefore(window.start()) && at.isBefore(window.end()))
                    .isPresent();
        }
        Instant end = change.schedule().actualEnd();
        return (change.outcome() == Outcome.SUCCESSFUL || change.outcome() == Outcome.PARTLY)
                && end != null
                && !at.isBefore(end)
                && at.minus(AFTERWARDS).isBefore(end);
    }
}
