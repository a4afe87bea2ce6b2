package io.itsm4j.purchase;

import io.itsm4j.actor.PersonId;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;

/** The rows of a purchase, all of them. */
final class Receipts {

    private Receipts() {}

    static List<Receipt> of(Ledger ledger, TicketId purchase) {
        Criterion<Receipt> theirs = Receipt.PURCHASE.is(purchase);
        List<Receipt> all = new ArrayList<>();
        String last = "";
        List<Receipt> some;
        do {
            some = ledger.list(Query.of(Receipt.KIND, ledger.tenant(), theirs.and(Receipt.ID.after(last))));
            all.addAll(some);
            last = some.isEmpty() ? last : some.get(some.size() - 1).id();
        } while (some.size() == Query.MOST);
        return all;
    }

    /** What somebody received stays; who it was and what they wrote goes. */
    static void erase(Ledger ledger, TicketId purchase, PersonId person, PersonId pseudonym) {
        for (Receipt row : of(ledger, purchase)) {
            if (row.by().equals(person)) {
                ledger.replace(Receipt.KIND, row, row.erased(pseudonym));
            }
        }
    }
}
