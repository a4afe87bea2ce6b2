package io.itsm4j.change;

import io.itsm4j.actor.PersonId;
import io.itsm4j.approval.ApprovalMark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only a change has. Immutable; every change of it is a named method that returns the next value.
 *
 * @param kind how it comes to be authorised
 * @param template the standard template it was made from, or null
 * @param reason why it is needed, or null
 * @param justification what speaks for it, or null
 * @param risk its risk
 * @param assessment what it means for others
 * @param plans how it is done
 * @param schedule when
 * @param approval the mark of its approval, or null while none was asked for
 * @param approvalOwedBy when an approval that follows later must be there, or null
 * @param board the meeting that was formed for it, or null
 * @param freezeWaiver who let a freeze pass, or null
 * @param conflictWaiver who let a conflict pass, or null
 * @param outcome how it ended, or null
 * @param outcomeNotes what happened, or null
 * @param review the review after it, or null
 * @param followUp what follows from a failure: the number of a problem or an incident, or why none; null while not said
 * @param edits what it will make of configuration items
 */
public record Change(
        ChangeKind kind,
        @Nullable String template,
        @Nullable String reason,
        @Nullable String justification,
        Risk risk,
        Assessment assessment,
        Plans plans,
        Schedule schedule,
        @Nullable ApprovalMark approval,
        @Nullable Instant approvalOwedBy,
        @Nullable String board,
        @Nullable Waiver freezeWaiver,
        @Nullable Waiver conflictWaiver,
        @Nullable Outcome outcome,
        @Nullable String outcomeNotes,
        @Nullable String review,
        @Nullable String followUp,
        List<PlannedEdit> edits) {

    /** A new normal change. */
    public static final Change NEW = new Change(
            ChangeKind.NORMAL,
            null,
            null,
            null,
            Risk.UNKNOWN,
            Assessment.NONE,
            Plans.NONE,
            Schedule.NONE,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of());

    /** Copies the edits. */
    public Change {
        edits = List.copyOf(edits);
    }

    /** Whether its approval was given. */
    public boolean isApproved() {
        return ApprovalMark.approves(approval);
    }

    /** Whether it is a major one under a policy, for which a board is formed. */
    boolean isMajor(ChangePolicy policy) {
        RiskLevel level = risk.level();
        return level != null && level.isAtLeast(policy.majorFrom());
    }

    /** The same of another kind, made from a template or from none. */
    Change of(ChangeKind newKind, @Nullable String from) {
        return new Change(
                newKind,
                from,
                reason,
                justification,
                risk,
                assessment,
                plans,
                schedule,
                approval,
                approvalOwedBy,
                board,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }

    /** The same for another reason. */
    Change because(@Nullable String why, @Nullable String speaksForIt) {
        return new Change(
                kind,
                template,
                why,
                speaksForIt,
                risk,
                assessment,
                plans,
                schedule,
                approval,
                approvalOwedBy,
                board,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }

    /** The same with another risk. */
    Change rated(Risk next) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                next,
                assessment,
                plans,
                schedule,
                approval,
                approvalOwedBy,
                board,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }

    /** The same with another assessment. */
    Change assessed(Assessment next) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                next,
                plans,
                schedule,
                approval,
                approvalOwedBy,
                board,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }

    /** The same with other plans. */
    Change planned(Plans next) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                next,
                schedule,
                approval,
                approvalOwedBy,
                board,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }

    /** The same at another time. */
    Change scheduled(Schedule next) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                plans,
                next,
                approval,
                approvalOwedBy,
                board,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }

    /** The same with the mark of its approval. */
    Change marked(@Nullable ApprovalMark mark) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                plans,
                schedule,
                mark,
                approvalOwedBy,
                board,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }

    /** The same with its approval owed. */
    Change owing(@Nullable Instant by) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                plans,
                schedule,
                approval,
                by,
                board,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }

    /** The same with a board formed for it. */
    Change boarded(@Nullable String meeting) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                plans,
                schedule,
                approval,
                approvalOwedBy,
                meeting,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }

    /** The same with a freeze let pass. */
    Change freezeWaived(@Nullable Waiver waiver) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                plans,
                schedule,
                approval,
                approvalOwedBy,
                board,
                waiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }

    /** The same with a conflict let pass. */
    Change conflictWaived(@Nullable Waiver waiver) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                plans,
                schedule,
                approval,
                approvalOwedBy,
                board,
                freezeWaiver,
                waiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }

    /** The same, ended. */
    Change ended(Outcome how, @Nullable String notes) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                plans,
                schedule,
                approval,
                approvalOwedBy,
                board,
                freezeWaiver,
                conflictWaiver,
                how,
                notes,
                review,
                followUp,
                edits);
    }

    /** The same, reviewed. */
    Change reviewed(String text, @Nullable String follows) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                plans,
                schedule,
                approval,
                approvalOwedBy,
                board,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                text,
                follows,
                edits);
    }

    /** The same with what follows from its failure. */
    Change followedBy(@Nullable String follows) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                plans,
                schedule,
                approval,
                approvalOwedBy,
                board,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                follows,
                edits);
    }

    /** The same with other edits planned. */
    Change editing(List<PlannedEdit> all) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                plans,
                schedule,
                approval,
                approvalOwedBy,
                board,
                freezeWaiver,
                conflictWaiver,
                outcome,
                outcomeNotes,
                review,
                followUp,
                all);
    }

    /** The same with a pseudonym for a person. */
    Change erased(PersonId person, PersonId pseudonym) {
        return new Change(
                kind,
                template,
                reason,
                justification,
                risk,
                assessment,
                plans,
                schedule,
                approval == null ? null : approval.erased(person, pseudonym),
                approvalOwedBy,
                board,
                freezeWaiver == null ? null : freezeWaiver.erased(person, pseudonym),
                conflictWaiver == null ? null : conflictWaiver.erased(person, pseudonym),
                outcome,
                outcomeNotes,
                review,
                followUp,
                edits);
    }
}
