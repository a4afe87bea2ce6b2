package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a purchase as somebody wants it.
 *
 * @param kind what becomes of it
 * @param item of stock the part's id, of an asset its kind, of a service its key, or null
 * @param description what it is in words: the model, the service
 * @param quantity how many, 1 to 1,000,000
 * @param unitPrice what one of it costs, with no more digits than its currency has
 * @param currency the code of ISO 4217, the same on every line
 * @param tolerancePercent by how many percent more may be received, 0 to 100
 */
public record WantedLine(
        @NotNull @Nullable LineKind kind,
        @Line(max = 100) @Nullable String item,
        @Line(max = 200, required = true) @Nullable String description,
        @Min(1) @Max(1_000_000) long quantity,
        @NotNull @Nullable BigDecimal unitPrice,
        @Line(max = 3, required = true) @Nullable String currency,
        @Min(0) @Max(100) int tolerancePercent) {

    /** Assets of a kind, say laptops of a model. */
    public static WantedLine assets(@Nullable String assetKind, @Nullable String model, long quantity) {
        return new WantedLine(LineKind.ASSET, assetKind, model, quantity, BigDecimal.ZERO, "EUR", 0);
    }

    /** A part for the stock, by its id. */
    public static WantedLine stock(@Nullable String part, @Nullable String description, long quantity) {
        return new WantedLine(LineKind.STOCK, part, description, quantity, BigDecimal.ZERO, "EUR", 0);
    }

    /** Something that is done. */
    public static WantedLine service(@Nullable String description, long quantity) {
        return new WantedLine(LineKind.SERVICE, null, description, quantity, BigDecimal.ZERO, "EUR", 0);
    }

    /** The same at a price for one. */
    public WantedLine at(@Nullable BigDecimal price, @Nullable String inCurrency) {
        return new WantedLine(kind, item, description, quantity, price, inCurrency, tolerancePercent);
    }

    /** The same at a price for one, written as text; what is no number counts as missing. */
    public WantedLine at(String price, @Nullable String inCurrency) {
        BigDecimal read;
        try {
            read = new BigDecimal(price);
        } catch (NumberFormatException none) {
            read = null;
        }
        return at(read, inCurrency);
    }

    /** The same, of which some percent more may arrive. */
    public WantedLine tolerating(int percent) {
        return new WantedLine(kind, item, description, quantity, unitPrice, currency, percent);
    }
}
