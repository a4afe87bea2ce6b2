package io.itsm4j.purchase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How a contract goes on when its time is over.
 *
 * @param automatic whether it goes on by itself unless notice is given
 * @param termMonths for how many months then, in the calendar of UTC; 1 to 120
 * @param noticeDays how many days before its end notice can be given at the latest; 0 to 1,000
 */
public record Renewal(
        boolean automatic,
        @Min(1) @Max(120) int termMonths,
        @Min(0) @Max(1000) int noticeDays) {

    /** It ends, unless somebody renews it. */
    public static final Renewal MANUAL = new Renewal(false, 12, 0);

    /** It goes on by itself. */
    public static Renewal automatic(int termMonths, int noticeDays) {
        return new Renewal(true, termMonths, noticeDays);
    }

    /** The same, not going on by itself any more. */
    Renewal stopped() {
        return new Renewal(false, termMonths, noticeDays);
    }
}
