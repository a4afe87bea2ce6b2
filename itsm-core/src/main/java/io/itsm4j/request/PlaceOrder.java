package io.itsm4j.request;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of placing an order.
 *
 * @param lines what is ordered, 1 to 100 lines
 * @param requester who asks; the actor when null
 * @param openedFor who gets it; the requester when null
 */
public record PlaceOrder(
        @NotEmpty @Size(max = 100) List<@Valid OrderLine> lines,
        @Line(max = 100) @Nullable String requester,
        @Line(max = 100) @Nullable String openedFor) {

    /** Copies the lines. */
    public PlaceOrder {
        lines = List.copyOf(lines);
    }

    /** An order of these. */
    public static PlaceOrder of(OrderLine... lines) {
        return new PlaceOrder(List.of(lines), null, null);
    }

    /** An order of one item. */
    public static PlaceOrder of(@Nullable String item) {
        return of(OrderLine.of(item));
    }

    /** The same with a line more. */
    public PlaceOrder and(OrderLine line) {
        List<OrderLine> more = new ArrayList<>(lines);
        more.add(line);
        return new PlaceOrder(more, requester, openedFor);
    }

    /** The same on the request of a person. */
    public PlaceOrder requestedBy(@Nullable String person) {
        return new PlaceOrder(lines, person, openedFor);
    }

    /** The same for the person who gets it. */
    public PlaceOrder affecting(@Nullable String person) {
        return new PlaceOrder(lines, requester, person);
    }
}
