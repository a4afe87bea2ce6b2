package io.itsm4j.change;

import io.itsm4j.actor.PersonId;
import io.itsm4j.approval.ApprovalMark;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
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
        return with(parts -> {
            parts.kind = newKind;
            parts.template = from;
        });
    }

    /** The same for another reason. */
    Change because(@Nullable String why, @Nullable String speaksForIt) {
        return with(parts -> {
            parts.reason = why;
            parts.justification = speaksForIt;
        });
    }

    /** The same with another risk. */
    Change rated(Risk next) {
        return with(parts -> parts.risk = next);
    }

    /** The same with another assessment. */
    Change assessed(Assessment next) {
        return with(parts -> parts.assessment = next);
    }

    /** The same with other plans. */
    Change planned(Plans next) {
        return with(parts -> parts.plans = next);
    }

    /** The same at another time. */
    Change scheduled(Schedule next) {
        return with(parts -> parts.schedule = next);
    }

    /** The same with the mark of its approval. */
    Change marked(@Nullable ApprovalMark mark) {
        return with(parts -> parts.approval = mark);
    }

    /** The same with its approval owed. */
    Change owing(@Nullable Instant by) {
        return with(parts -> parts.approvalOwedBy = by);
    }

    /** The same with a board formed for it. */
    Change boarded(@Nullable String meeting) {
        return with(parts -> parts.board = meeting);
    }

    /** The same with a freeze let pass. */
    Change freezeWaived(@Nullable Waiver waiver) {
        return with(parts -> parts.freezeWaiver = waiver);
    }

    /** The same with a conflict let pass. */
    Change conflictWaived(@Nullable Waiver waiver) {
        return with(parts -> parts.conflictWaiver = waiver);
    }

    /** The same, ended. */
    Change ended(Outcome how, @Nullable String notes) {
        return with(parts -> {
            parts.outcome = how;
            parts.outcomeNotes = notes;
        });
    }

    /** The same, reviewed. */
    Change reviewed(String text, @Nullable String follows) {
        return with(parts -> {
            parts.review = text;
            parts.followUp = follows;
        });
    }

    /** The same with what follows from its failure. */
    Change followedBy(@Nullable String follows) {
        return with(parts -> parts.followUp = follows);
    }

    /** The same with other edits planned. */
    Change editing(List<PlannedEdit> all) {
        return with(parts -> parts.edits = all);
    }

    /** The same with a pseudonym for a person. */
    Change erased(PersonId person, PersonId pseudonym) {
        return with(parts -> {
            parts.approval = approval == null ? null : approval.erased(person, pseudonym);
            parts.freezeWaiver = freezeWaiver == null ? null : freezeWaiver.erased(person, pseudonym);
            parts.conflictWaiver = conflictWaiver == null ? null : conflictWaiver.erased(person, pseudonym);
        });
    }

    private Change with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /** The components, while a copy is made in which some differ. */
    private static final class Parts {

        private ChangeKind kind;
        private @Nullable String template;
        private @Nullable String reason;
        private @Nullable String justification;
        private Risk risk;
        private Assessment assessment;
        private Plans plans;
        private Schedule schedule;
        private @Nullable ApprovalMark approval;
        private @Nullable Instant approvalOwedBy;
        private @Nullable String board;
        private @Nullable Waiver freezeWaiver;
        private @Nullable Waiver conflictWaiver;
        private @Nullable Outcome outcome;
        private @Nullable String outcomeNotes;
        private @Nullable String review;
        private @Nullable String followUp;
        private List<PlannedEdit> edits;

        Parts(Change from) {
            kind = from.kind;
            template = from.template;
            reason = from.reason;
            justification = from.justification;
            risk = from.risk;
            assessment = from.assessment;
            plans = from.plans;
            schedule = from.schedule;
            approval = from.approval;
            approvalOwedBy = from.approvalOwedBy;
            board = from.board;
            freezeWaiver = from.freezeWaiver;
            conflictWaiver = from.conflictWaiver;
            outcome = from.outcome;
            outcomeNotes = from.outcomeNotes;
            review = from.review;
            followUp = from.followUp;
            edits = from.edits;
        }

        Change whole() {
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
                    edits);
        }
    }
}
