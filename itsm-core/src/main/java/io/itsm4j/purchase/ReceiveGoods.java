package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of receiving a delivery.
 *
 * @param lines what arrived, each line once
 * @param store where it is put, or null
 * @param note what the delivery note says, or null
 */
public record ReceiveGoods(
        @NotEmpty @Size(max = 200) List<@Valid ReceivedLine> lines,
        @Line(max = 100) @Nullable String store,
        @Line(max = 200) @Nullable String note) {

    /** Copies the lines. */
    public ReceiveGoods {
        lines = List.copyOf(lines);
    }

    /** These lines. */
    public static ReceiveGoods of(ReceivedLine... lines) {
        return new ReceiveGoods(List.of(lines), null, null);
    }

    /** The same, put into a store. */
    public ReceiveGoods into(@Nullable String where) {
        return new ReceiveGoods(lines, where, note);
    }

    /** The same with what the delivery note says. */
    public ReceiveGoods noted(@Nullable String text) {
        return new ReceiveGoods(lines, store, text);
    }
}
