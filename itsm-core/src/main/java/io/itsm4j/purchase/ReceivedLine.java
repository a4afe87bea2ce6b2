package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What arrived of one line.
 *
 * @param line the number of the line
 * @param quantity how many, 1 to 1,000,000; of assets up to 500 at a time
 * @param serials of assets their serial numbers: one each, or none at all
 */
public record ReceivedLine(
        @Min(1) int line,
        @Min(1) @Max(1_000_000) long quantity,
        @Size(max = 500) List<@Line(max = 100, required = true) String> serials) {

    /** Copies the serial numbers. */
    public ReceivedLine {
        serials = List.copyOf(serials);
    }

    /** So many of a line. */
    public static ReceivedLine of(int line, long quantity) {
        return new ReceivedLine(line, quantity, List.of());
    }

    /** Assets with these serial numbers. */
    public static ReceivedLine serials(int line, String... serials) {
        return new ReceivedLine(line, serials.length, List.of(serials));
    }
}
