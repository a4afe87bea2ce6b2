package io.itsm4j.purchase;

import io.itsm4j.input.Money;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.RecordType;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes contracts with what they cover and what they have due: reminders, their end, their going on. */
final class ContractWriter {

    private final PurchasePolicy policy;
    private final RecordType<Contract> type;

    ContractWriter(PurchasePolicy policy) {
        this.policy = policy;
        this.type = Contract.TYPE.due(Contract.DUE_AT, this::due, Contract::dueAt);
    }

    /** How contracts are kept under the policy. */
    RecordType<Contract> type() {
        return type;
    }

    Contract add(Ledger ledger, Contract contract, String event, Map<String, ?> data) {
        cover(ledger, contract.id(), Set.of(), new LinkedHashSet<>(contract.covers()));
        return ledger.add(type, contract.dueAt(next(contract)), event, data);
    }

    Contract change(Ledger ledger, Contract before, Contract after, String event, Map<String, ?> data) {
        cover(ledger, before.id(), new HashSet<>(before.covers()), new LinkedHashSet<>(after.covers()));
        return ledger.change(type, before, after.dueAt(next(after)), event, data);
    }

    private static void cover(Ledger ledger, String contract, Set<Covered> before, Set<Covered> after) {
        if (!after.containsAll(before)) {
            ledger.list(Query.of(ContractCover.KIND, ledger.tenant(), ContractCover.CONTRACT.is(contract))).stream()
                    .filter(row -> !after.contains(row.covered()))
                    .forEach(row -> ledger.remove(ContractCover.KIND, row));
        }
        for (Covered each : after) {
            if (!before.contains(each)) {
                ledger.insert(
                        ContractCover.KIND,
                        new ContractCover(ledger.newId(), ledger.tenant(), contract, each.kind(), each.reference()));
            }
        }
    }

    /** When a contract reminds of something; null for never. */
    private @Nullable Instant at(Contract contract, Contract.Reminder reminder) {
        Instant until = contract.until();
        Instant notice = contract.noticeUntil();
        if (until == null || notice == null || contract.reminded().contains(reminder)) {
            return null;
        }
        return switch (reminder) {
            case NOTICE -> contract.renewal().automatic() ? notice.minus(policy.noticeReminder()) : null;
            case EXPIRY -> until.minus(policy.expiryReminder());
        };
    }

    private Instant next(Contract contract) {
        Instant until = contract.until();
        if (contract.state() != ContractState.ACTIVE || until == null) {
            return Due.NEVER;
        }
        Instant next = until;
        for (Contract.Reminder reminder : Contract.Reminder.values()) {
            Instant at = at(contract, reminder);
            if (at != null && at.isBefore(next)) {
                next = at;
            }
        }
        return next;
    }

    /** What is over ends, without being reminded of it any more; else it reminds of one thing at a time. */
    private void due(Ledger ledger, Contract contract) {
        Instant until = contract.until();
        if (contract.state() != ContractState.ACTIVE || until == null) {
            ledger.change(type, contract, contract.dueAt(Due.NEVER), "ContractChanged", Map.of());
            return;
        }
        if (!until.isAfter(ledger.now())) {
            if (contract.renewal().automatic()) {
                renew(ledger, contract, contract.nextUntil(), contract.price());
            } else {
                change(ledger, contract, contract.in(ContractState.EXPIRED), "ContractExpired", Map.of());
            }
            return;
        }
        for (Contract.Reminder reminder : Contract.Reminder.values()) {
            Instant at = at(contract, reminder);
            if (at != null && !at.isAfter(ledger.now())) {
                String event = reminder == Contract.Reminder.NOTICE ? "ContractNoticeNear" : "ContractExpiryNear";
                Instant named =
                        reminder == Contract.Reminder.NOTICE ? Objects.requireNonNull(contract.noticeUntil()) : until;
                change(ledger, contract, contract.reminded(reminder), event, Map.of("at", named.toString()));
                return;
            }
        }
        change(ledger, contract, contract, "ContractChanged", Map.of());
    }

    /** The contract that goes on from it, from the instant it ends. */
    Contract renew(Ledger ledger, Contract contract, @Nullable Instant until, @Nullable Money price) {
        Contract next = add(
                ledger,
                contract.successor(ledger.newId(), ledger.number("CON", 7), until, price),
                "ContractBegun",
                Map.of("renews", contract.number()));
        change(ledger, contract, contract.renewedBy(next.id()), "ContractRenewed", Map.of("renewedBy", next.number()));
        return next;
    }
}
