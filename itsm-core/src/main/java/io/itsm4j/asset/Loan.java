package io.itsm4j.asset;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an asset is lent.
 *
 * @param since when it was handed out
 * @param until when it is to be back
 * @param nextReminder when it is said next that it is overdue; null for an accessory that went along
 */
public record Loan(Instant since, Instant until, @Nullable Instant nextReminder) {

    /** The same until another instant. */
    Loan until(Instant end) {
        return new Loan(since, end, nextReminder == null ? null : end);
    }

    /** The same, said to be overdue again at this instant. */
    Loan remindedAgain(Instant when) {
        return new Loan(since, until, when);
    }
}
