package io.itsm4j.asset;

import io.itsm4j.actor.PersonId;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.input.Money;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an asset is got rid of: what was asked for, what was approved, and the evidence that it was done.
 *
 * @param method how
 * @param reason why
 * @param recipient who gets it, or null
 * @param along the ids of the accessories that go with it under the same approval
 * @param askedBy who asked for it
 * @param askedAt when
 * @param approval where its approval stands; null for an accessory, whose main asset has it
 * @param evidence what proves that it was done, or null before
 * @param proceeds what it brought, or null
 * @param doneBy who did it, or null
 * @param doneAt when, or null
 */
public record Disposal(
        Method method,
        String reason,
        @Nullable String recipient,
        Set<String> along,
        PersonId askedBy,
        Instant askedAt,
        @Nullable ApprovalMark approval,
        @Nullable String evidence,
        @Nullable Money proceeds,
        @Nullable PersonId doneBy,
        @Nullable Instant doneAt) {

    /** How something is got rid of. */
    public enum Method {
        /** Sold. */
        SALE,
        /** Given away. */
        DONATION,
        /** Given back to who sold or leased it. */
        RETURN,
        /** Taken apart for its materials. */
        RECYCLING,
        /** Destroyed. */
        DESTRUCTION,
        /** Written off, because it is not there any more. */
        WRITE_OFF
    }

    /** Copies the accessories. */
    public Disposal {
        along = Set.copyOf(along);
    }

    /** Whether it waits for votes. */
    public boolean isPending() {
        return approval != null && approval.isPending();
    }

    /** Whether the approval was given. */
    public boolean isApproved() {
        return ApprovalMark.approves(approval);
    }

    /** The same with another mark. */
    Disposal marked(@Nullable ApprovalMark mark) {
        return new Disposal(
                method, reason, recipient, along, askedBy, askedAt, mark, evidence, proceeds, doneBy, doneAt);
    }

    /** The same, done. */
    Disposal done(String proof, @Nullable Money brought, PersonId by, Instant at) {
        return new Disposal(method, reason, recipient, along, askedBy, askedAt, approval, proof, brought, by, at);
    }

    /** The same for an accessory that goes along. */
    Disposal accompanying() {
        return new Disposal(
                method, reason, recipient, Set.of(), askedBy, askedAt, null, evidence, null, doneBy, doneAt);
    }
}
