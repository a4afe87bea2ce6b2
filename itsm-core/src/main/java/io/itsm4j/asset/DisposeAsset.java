package io.itsm4j.asset;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that an asset was got rid of as approved.
 *
 * @param evidence what proves it: the number of a certificate, a record, a receipt
 * @param proceedsMinor what it brought, in minor units of the currency
 * @param currency the code of ISO 4217; needed when there is an amount
 */
public record DisposeAsset(
        @Line(max = 2000, required = true, multi = true) @Nullable String evidence,

        @Min(0) @Max(1_000_000_000_000L) long proceedsMinor,
        @Line(max = 3) @Nullable String currency) {

    /** Proved by this. */
    public static DisposeAsset provedBy(@Nullable String evidence) {
        return new DisposeAsset(evidence, 0, null);
    }

    /** The same, having brought something. */
    public DisposeAsset bringing(long minor, @Nullable String code) {
        return new DisposeAsset(evidence, minor, code);
    }
}
