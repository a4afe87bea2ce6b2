package io.itsm4j.purchase;

import io.itsm4j.approval.Approvable;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.input.Money;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Ticket;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks for the money of a purchase: whom, by its total; anew, when its content changes. */
final class Clearing {

    private final PurchasePolicy policy;
    private final Approvable<Ticket<Purchase>> approvable;

    Clearing(PurchasePolicy policy, Approvable<Ticket<Purchase>> approvable) {
        this.policy = policy;
        this.approvable = approvable;
    }

    /**
     * Whom a total asks.
     *
     * @param approval the policy, or null when nobody is asked
     * @param limits the limits that say so, or null
     */
    private record Asking(
            @Nullable ApprovalPolicy approval, @Nullable String limits) {}

    private Asking asking(Ledger ledger, Money total) {
        Optional<Defined<SpendingLimits>> defined = ledger.definition(SpendingForm.FORM, total.currency());
        return defined.map(limits -> {
                    SpendingBand band = limits.value().band(total);
                    return new Asking(band.approval(), limits.stored().hash() + " from " + band.from());
                })
                .orElseGet(() -> new Asking(policy.approval(), null));
    }

    /** Asks; a purchase without a line asks nobody and is refused by its guard. */
    void ask(Draft<Purchase> draft) {
        Money total = draft.details().wanted().total().orElse(null);
        if (total == null) {
            return;
        }
        Asking asking = asking(draft.ledger(), total);
        draft.details(draft.details().cleared(new Clearance(null, asking.approval() == null, asking.limits())));
        if (asking.approval() != null) {
            ApprovalMark mark = approvable
                    .request(draft.ledger(), draft.preview(), asking.approval())
                    .mark();
            draft.details(draft.details().marked(mark));
        }
    }

    /** While votes are out, they are about what is wanted now, and cast by whom its total asks now. */
    void reconsider(Draft<Purchase> draft) {
        Clearance clearance = draft.details().clearance();
        ApprovalMark mark = clearance.mark();
        if (mark == null
                || !mark.isPending()
                || draft.before().isEmpty()
                || approvable.isContent(draft.preview(), mark)) {
            return;
        }
        Money total = draft.details().wanted().total().orElse(null);
        boolean sameAsked = total != null
                && Objects.equals(
                        clearance.limits(), asking(draft.ledger(), total).limits());
        if (sameAsked) {
            draft.details(draft.details().marked(approvable.reconsider(draft.ledger(), draft.preview(), mark)));
        } else {
            forget(draft);
            ask(draft);
        }
    }

    /** Calls votes off and forgets what they said. */
    void forget(Draft<Purchase> draft) {
        ApprovalMark mark = draft.details().clearance().mark();
        if (mark != null) {
            approvable.withdraw(draft.ledger(), mark);
        }
        draft.details(draft.details().cleared(Clearance.NONE));
    }
}
