package io.itsm4j.asset;

import io.itsm4j.journal.Personal;
import io.itsm4j.ticket.Ledger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what the time has come for: an overdue loan, a warranty or a contract that ends or has ended. */
final class Reminding {

    private final AssetDeclaration declared;
    private final Ledger ledger;

    Reminding(AssetDeclaration declared, Ledger ledger) {
        this.declared = declared;
        this.ledger = ledger;
    }

    void remind(Asset asset) {
        Asset told = loan(asset);
        told = warranty(told);
        told = contract(told);
        if (told.version() == asset.version()) {
            // the instant was moved by hand or by a failure, and nothing is due any more
            ledger.change(declared.type(), asset, asset.due(), "ReminderPassed", Map.of());
        }
    }

    private boolean isDue(@Nullable Instant when) {
        return when != null && !when.isAfter(ledger.now());
    }

    private Asset loan(Asset asset) {
        Loan loan = asset.loan();
        if (loan == null || !isDue(loan.nextReminder())) {
            return asset;
        }
        Map<String, Object> data = new HashMap<>();
        data.put("until", loan.until().toString());
        if (asset.place().holder() != null) {
            data.put("borrower", new Personal(asset.place().holder().value()));
        }
        Loan next = loan.remindedAgain(ledger.now().plus(declared.policy().overdueEvery()));
        return tell(asset, asset.lent(next), "LoanOverdue", data);
    }

    private Asset warranty(Asset asset) {
        Notices notices = asset.notices();
        Instant end = asset.terms().warrantyUntil();
        if (end == null || !isDue(notices.warranty())) {
            return asset;
        }
        boolean ended = !ledger.now().isBefore(end);
        return tell(
                asset,
                asset.noticing(new Notices(ended ? null : end, notices.contract())),
                ended ? "WarrantyEnded" : "WarrantyEnds",
                Map.of("until", end.toString()));
    }

    private Asset contract(Asset asset) {
        Notices notices = asset.notices();
        Instant end = asset.terms().contractUntil();
        if (end == null || !isDue(notices.contract())) {
            return asset;
        }
        boolean ended = !ledger.now().isBefore(end);
        return tell(
                asset,
                asset.noticing(new Notices(notices.warranty(), ended ? null : end)),
                ended ? "ContractEnded" : "ContractEnds",
                Map.of("until", end.toString()));
    }

    private Asset tell(Asset before, Asset after, String event, Map<String, Object> data) {
        return ledger.change(declared.type(), before, after.due(), event, data);
    }
}
