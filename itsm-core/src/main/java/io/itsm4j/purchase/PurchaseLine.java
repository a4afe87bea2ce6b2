package io.itsm4j.purchase;

import io.itsm4j.input.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of one thing.
 *
 * @param line its number within the purchase, from 1
 * @param kind what becomes of it
 * @param item of stock the part's id, of an asset its kind, of a service its key; null where the description must do
 * @param description what it is in words: the model, the service
 * @param quantity how many, at least 1
 * @param unitPrice what one of it costs
 * @param tolerancePercent by how many percent of the quantity more may be received, 0 to 100
 */
public record PurchaseLine(
        int line,
        LineKind kind,
        @Nullable String item,
        String description,
        long quantity,
        Money unitPrice,
        int tolerancePercent) {

    /** What the whole line costs. */
    public Money price() {
        return unitPrice.times(quantity);
    }

    /** How many may be received at most; a part of a piece is no piece. */
    public long most() {
        return quantity + quantity * tolerancePercent / 100;
    }

    @Override
    public String toString() {
        return line + " " + kind + " " + (item == null ? "" : item + " ") + quantity + " × " + unitPrice + " +"
                + tolerancePercent + "% " + description;
    }
}
