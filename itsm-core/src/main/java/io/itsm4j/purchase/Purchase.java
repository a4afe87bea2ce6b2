package io.itsm4j.purchase;

import io.itsm4j.actor.PersonId;
import io.itsm4j.approval.ApprovalMark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only a purchase has. Immutable; every change is a named method that returns the next value. What arrived are
 * {@link Receipt}s; the totals and the state follow from them.
 *
 * @param wanted what it is about
 * @param clearance what stands for the money
 * @param order that it was ordered, or null before
 * @param totals what the receipts add up to, for each line that has some
 */
public record Purchase(
        Wanted wanted, Clearance clearance, @Nullable PurchaseOrder order, List<LineTotal> totals) {

    /** A new purchase. */
    public static final Purchase NEW = new Purchase(Wanted.NOTHING, Clearance.NONE, null, List.of());

    /** Copies the totals. */
    public Purchase {
        totals = List.copyOf(totals);
    }

    /** The id of the supplier it was ordered from, or is wanted from before; null when that is open. */
    public @Nullable String supplier() {
        return order == null ? wanted.supplier() : order.supplier();
    }

    /** What the receipts of a line add up to. */
    public LineTotal total(int line) {
        return totals.stream().filter(total -> total.line() == line).findFirst().orElse(new LineTotal(line, 0, 0));
    }

    /** How many of a line are still to come; none before it is ordered. */
    public long outstanding(PurchaseLine line) {
        LineTotal total = total(line.line());
        return order == null ? 0 : Math.max(0, line.quantity() - total.received() - total.givenUp());
    }

    /** How many more of a line may be received, the tolerance counted. */
    long receivable(PurchaseLine line) {
        LineTotal total = total(line.line());
        return Math.max(0, line.most() - total.received() - total.givenUp());
    }

    /** Where its receiving stands, by its totals. */
    public ReceivingStatus status() {
        boolean any = totals.stream().anyMatch(total -> total.received() > 0);
        boolean all = wanted.lines().stream().allMatch(line -> outstanding(line) == 0);
        return !any ? ReceivingStatus.NOTHING : all ? ReceivingStatus.ALL : ReceivingStatus.PARTLY;
    }

    Purchase wanting(Wanted next) {
        return new Purchase(next, clearance, order, totals);
    }

    Purchase cleared(Clearance next) {
        return new Purchase(wanted, next, order, totals);
    }

    /** The same with the mark of its approval. */
    Purchase marked(@Nullable ApprovalMark mark) {
        return cleared(clearance.marked(mark));
    }

    Purchase ordered(@Nullable PurchaseOrder next) {
        return new Purchase(wanted, clearance, next, totals);
    }

    /** The same with a row more among its receipts. */
    Purchase counting(Receipt row) {
        List<LineTotal> next = new ArrayList<>(totals);
        next.removeIf(total -> total.line() == row.line());
        next.add(total(row.line()).plus(row));
        next.sort(java.util.Comparator.comparingInt(LineTotal::line));
        return new Purchase(wanted, clearance, order, next);
    }

    /** The same with a pseudonym for a person. */
    Purchase erased(PersonId person, PersonId pseudonym) {
        return new Purchase(
                wanted,
                clearance.erased(person, pseudonym),
                order == null ? null : order.erased(person, pseudonym),
                totals);
    }
}
