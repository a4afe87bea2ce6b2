package io.itsm4j.approval;

import io.itsm4j.actor.PersonId;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a subject keeps of its approval, so that its own rules can ask without looking anything up.
 *
 * @param approval the approval's id
 * @param state where it stands
 * @param round how often everybody was asked
 * @param form the version of the form the content is hashed in
 * @param hash the hash of the content that was approved or is asked about
 * @param approvedBy who has approved
 */
public record ApprovalMark(
        String approval, Approval.State state, int round, int form, String hash, Set<PersonId> approvedBy) {

    /** Copies the people. */
    public ApprovalMark {
        approvedBy = Set.copyOf(approvedBy);
    }

    /** Whether it was approved. */
    public boolean isApproved() {
        return state == Approval.State.APPROVED;
    }

    /** Whether votes are out. */
    public boolean isPending() {
        return state == Approval.State.PENDING;
    }

    /** Whether somebody other than these approved. */
    public boolean isIndependentOf(Collection<PersonId> implementers) {
        return approvedBy.isEmpty() || approvedBy.stream().anyMatch(person -> !implementers.contains(person));
    }

    /** Whether a mark says that it was approved. */
    public static boolean approves(@Nullable ApprovalMark mark) {
        return mark != null && mark.isApproved();
    }

    /** The same with a pseudonym for a person. */
    public ApprovalMark erased(PersonId person, PersonId pseudonym) {
        return new ApprovalMark(
                approval,
                state,
                round,
                form,
                hash,
                approvedBy.stream()
                        .map(one -> one.equals(person) ? pseudonym : one)
                        .collect(java.util.stream.Collectors.toSet()));
    }
}
