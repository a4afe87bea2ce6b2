package io.itsm4j.purchase;

import io.itsm4j.actor.PersonId;
import io.itsm4j.approval.ApprovalMark;
import org.jspecify.annotations.Nullable;

/**
 * What stands for the money of a purchase.
 *
 * @param mark the mark of its approval, or null while none was asked for
 * @param exempt whether its total is so low that nobody is asked
 * @param limits what decided who is asked: the spending limits by content hash, and the band; null for the policy
 */
public record Clearance(
        @Nullable ApprovalMark mark,
        boolean exempt,
        @Nullable String limits) {

    /** Nothing was asked for. */
    public static final Clearance NONE = new Clearance(null, false, null);

    /** Whether it may be ordered. */
    public boolean given() {
        return exempt || ApprovalMark.approves(mark);
    }

    /** Whether votes are out. */
    boolean pending() {
        return mark != null && mark.isPending();
    }

    Clearance marked(@Nullable ApprovalMark next) {
        return new Clearance(next, exempt, limits);
    }

    Clearance erased(PersonId person, PersonId pseudonym) {
        return mark == null ? this : marked(mark.erased(person, pseudonym));
    }
}
