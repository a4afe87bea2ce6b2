package io.itsm4j.purchase;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Draft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes receipts: what arrived, what goes back, what will not come. Whoever writes one holds the purchase, so that the
 * totals on it are those of all rows before.
 */
final class Receiving {

    /** The most assets of one line in one delivery; each is a record of its own. */
    static final int ASSETS = 500;

    private final ReceiptTargets targets;

    Receiving(ReceiptTargets targets) {
        this.targets = targets;
    }

    void receive(Draft<Purchase> draft, ReceiveGoods input) {
        PurchaseOrder order = draft.details().order();
        if (order == null) {
            return;
        }
        List<ReceivedLine> lines = checked(draft, input);
        for (ReceivedLine given : lines) {
            PurchaseLine line = draft.details().wanted().line(given.line()).orElseThrow();
            Receipt row = row(
                    draft, line, Receipt.Kind.RECEIVED, given.quantity(), null, input.store(), input.note(), List.of());
            if (line.kind() != LineKind.SERVICE) {
                row = row.making(
                        targets.receive(draft.ledger(), arrival(draft, order, row, line, given, input.store())));
            }
            add(draft, row);
        }
        draft.note(
                "lines",
                lines.stream()
                        .map(ReceivedLine::line)
                        .map(Long::valueOf)
                        .sorted()
                        .toList());
        draft.note("receipts", (long) lines.size());
    }

    /** What arrived in the order of the items, so that two deliveries never wait for each other in a circle. */
    private static List<ReceivedLine> checked(Draft<Purchase> draft, ReceiveGoods input) {
        List<InvalidInput.Fault> faults = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Set<String> serials = new HashSet<>();
        for (int i = 0; i < input.lines().size(); i++) {
            ReceivedLine given = input.lines().get(i);
            String path = "lines[" + i + "]";
            PurchaseLine line = draft.details().wanted().line(given.line()).orElse(null);
            if (line == null) {
                faults.add(new InvalidInput.Fault(path + ".line", "UNKNOWN", Map.of("value", given.line())));
            } else if (line.kind() == LineKind.ASSET && given.quantity() > ASSETS) {
                faults.add(new InvalidInput.Fault(path + ".quantity", "OUT_OF_LIMIT", Map.of("limit", ASSETS)));
            }
            if (!seen.add(given.line())) {
                faults.add(new InvalidInput.Fault(path + ".line", "TWICE", Map.of("value", given.line())));
            }
            if (!given.serials().isEmpty() && given.serials().size() != given.quantity()) {
                faults.add(new InvalidInput.Fault(
                        path + ".serials", "SERIALS_COUNT", Map.of("quantity", given.quantity())));
            }
            for (String serial : given.serials()) {
                if (!serials.add(serial)) {
                    faults.add(new InvalidInput.Fault(path + ".serials", "TWICE", Map.of("value", serial)));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        for (ReceivedLine given : input.lines()) {
            PurchaseLine line = draft.details().wanted().line(given.line()).orElseThrow();
            long left = draft.details().receivable(line);
            if (given.quantity() > left) {
                throw new RuleViolated(
                        "RECEIPT_TOO_MUCH",
                        Map.of(
                                "number",
                                draft.number(),
                                "line",
                                line.line(),
                                "quantity",
                                given.quantity(),
                                "limit",
                                left,
                                "percent",
                                line.tolerancePercent()));
            }
        }
        return input.lines().stream()
                .sorted(Comparator.comparing((ReceivedLine given) -> itemOf(draft, given))
                        .thenComparing(ReceivedLine::line))
                .toList();
    }

    private static String itemOf(Draft<Purchase> draft, ReceivedLine given) {
        String item = draft.details().wanted().line(given.line()).orElseThrow().item();
        return item == null ? "" : item;
    }

    void reverse(Draft<Purchase> draft, ReverseReceipt input) {
        String id = Objects.requireNonNull(input.receipt());
        Receipt receipt =
                draft
                        .ledger()
                        .list(Query.of(Receipt.KIND, draft.tenant(), Receipt.ID.is(id))
                                .locked(Lock.WRITE))
                        .stream()
                        .filter(found -> found.purchase().equals(draft.id()) && found.kind() == Receipt.Kind.RECEIVED)
                        .findFirst()
                        .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
        Long some = input.quantity();
        long quantity = some == null ? receipt.reversible() : some;
        if (quantity < 1 || quantity > receipt.reversible()) {
            throw new RuleViolated(
                    "RECEIPT_REVERSED",
                    Map.of("number", draft.number(), "quantity", quantity, "left", receipt.reversible()));
        }
        PurchaseLine line = draft.details().wanted().line(receipt.line()).orElseThrow();
        List<String> back = line.kind() == LineKind.ASSET ? assets(draft, receipt, input, quantity) : receipt.made();
        Receipt row =
                row(draft, line, Receipt.Kind.REVERSED, -quantity, receipt.id(), receipt.store(), input.reason(), back);
        PurchaseOrder order = Objects.requireNonNull(draft.details().order());
        if (!back.isEmpty()) {
            targets.takeBack(
                    draft.ledger(),
                    arrival(draft, order, row, line, ReceivedLine.of(line.line(), quantity), receipt.store()),
                    back);
        }
        draft.ledger().replace(Receipt.KIND, receipt, receipt.reversed(quantity));
        add(draft, row);
        draft.note("receipt", receipt.id()).note("line", (long) line.line()).note("quantity", quantity);
        draft.notePersonal("reason", input.reason());
    }

    /** Which assets go back: those that are named, or all that are left of the receipt. */
    private static List<String> assets(Draft<Purchase> draft, Receipt receipt, ReverseReceipt input, long quantity) {
        List<String> left = new ArrayList<>(receipt.made());
        if (receipt.reversed() > 0) {
            draft.ledger()
                    .list(Query.of(
                            Receipt.KIND,
                            draft.tenant(),
                            Receipt.PURCHASE.is(draft.id()).and(Receipt.REVERSES.is(receipt.id()))))
                    .forEach(earlier -> left.removeAll(earlier.made()));
        }
        List<String> named = input.made();
        if (named.isEmpty() && quantity == left.size()) {
            return left;
        }
        boolean fits = left.isEmpty()
                || named.size() == quantity && new HashSet<>(named).size() == quantity && left.containsAll(named);
        if (!fits) {
            throw new InvalidInput("made", "RECEIPT_MADE", Map.of("quantity", quantity));
        }
        return left.isEmpty() ? List.of() : named;
    }

    void giveUp(Draft<Purchase> draft, Set<Integer> lines, @Nullable String reason) {
        List<PurchaseLine> all = draft.details().wanted().lines();
        for (Integer number : lines) {
            if (draft.details().wanted().line(number).isEmpty()) {
                throw new InvalidInput("lines", "UNKNOWN", Map.of("value", number));
            }
        }
        long given = 0;
        for (PurchaseLine line : all) {
            long rest = draft.details().outstanding(line);
            if (rest > 0 && (lines.isEmpty() || lines.contains(line.line()))) {
                add(draft, row(draft, line, Receipt.Kind.GIVEN_UP, rest, null, null, reason, List.of()));
                given += rest;
            }
        }
        draft.note("givenUp", given);
    }

    private static void add(Draft<Purchase> draft, Receipt row) {
        draft.ledger().insert(Receipt.KIND, row);
        draft.details(draft.details().counting(row));
    }

    private static Receipt row(
            Draft<Purchase> draft,
            PurchaseLine line,
            Receipt.Kind kind,
            long quantity,
            @Nullable String reverses,
            @Nullable String store,
            @Nullable String note,
            List<String> made) {
        return new Receipt(
                draft.ledger().newId(),
                draft.tenant(),
                draft.id(),
                line.line(),
                kind,
                quantity,
                reverses,
                0,
                store,
                note,
                made,
                draft.actor().id(),
                draft.now());
    }

    private static Arrival arrival(
            Draft<Purchase> draft,
            PurchaseOrder order,
            Receipt row,
            PurchaseLine line,
            ReceivedLine given,
            @Nullable String store) {
        return new Arrival(
                draft.id(),
                draft.number(),
                row.id(),
                line,
                given.quantity(),
                given.serials(),
                store,
                order.supplier(),
                order.contract(),
                draft.details().wanted().costCentre());
    }
}
