package io.itsm4j.purchase;

import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.input.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked from a total on.
 *
 * @param from the lowest total it is for
 * @param approval who is asked, or null when nobody is
 */
public record SpendingBand(Money from, @Nullable ApprovalPolicy approval) {

    /** From a total on these are asked. */
    public static SpendingBand from(Money total, ApprovalPolicy approval) {
        return new SpendingBand(total, approval);
    }

    /** From a total on nobody is asked. */
    public static SpendingBand free(Money total) {
        return new SpendingBand(total, null);
    }
}
