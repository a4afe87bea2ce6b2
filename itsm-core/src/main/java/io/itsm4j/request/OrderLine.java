package io.itsm4j.request;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * One item of an order.
 *
 * @param item the key of the item
 * @param quantity how many, 1 to 1,000
 * @param answers what is answered to the item's form
 * @param note what else is said, or null
 */
public record OrderLine(
        @Line(max = 100, required = true) @Nullable String item,
        @Min(1) @Max(1_000) int quantity,
        @NotNull Answers answers,
        @Line(max = 65536, multi = true) @Nullable String note) {

    /** One of an item. */
    public static OrderLine of(@Nullable String item) {
        return new OrderLine(item, 1, Answers.NONE, null);
    }

    /** The same so many times. */
    public OrderLine times(int count) {
        return new OrderLine(item, count, answers, note);
    }

    /** The same with an answer more. */
    public OrderLine answering(String question, String... values) {
        return new OrderLine(item, quantity, answers.with(question, values), note);
    }

    /** The same with a note. */
    public OrderLine saying(@Nullable String text) {
        return new OrderLine(item, quantity, answers, text);
    }
}
