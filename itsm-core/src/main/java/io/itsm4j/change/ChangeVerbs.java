package io.itsm4j.change;

import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Verb;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The verbs of changes as values. */
final class ChangeVerbs {

    private final ChangeType declared;
    private final ChangePolicy policy;
    private final ChangePorts ports;
    private final FollowUps followUps;

    ChangeVerbs(ChangeType declared, ChangePolicy policy, ChangePorts ports, FollowUps followUps) {
        this.followUps = followUps;
        this.declared = declared;
        this.policy = policy;
        this.ports = ports;
    }

    static Verb<Change> plain(Action action) {
        return new Verb<>(action, Reason.NONE, draft -> {});
    }

    static Verb<Change> because(Action action, @Nullable String reason) {
        return new Verb<>(action, Reason.of(reason), draft -> draft.notePersonal("reason", reason));
    }

    static Verb<Change> plan(PlanChange input) {
        return new Verb<>(ChangeLifecycle.PLAN, input, draft -> {
            Change was = draft.details();
            Plans plans = was.plans();
            Schedule schedule = was.schedule();
            draft.details(was.of(or(input.kind(), was.kind()), was.template())
                    .because(orText(input.reason(), was.reason()), orText(input.justification(), was.justification()))
                    .planned(new Plans(
                            orText(input.implementation(), plans.implementation()),
                            orText(input.test(), plans.test()),
                            orText(input.backout(), plans.backout()),
                            orText(input.communication(), plans.communication())))
                    .scheduled(schedule.planned(
                            orTime(input.start(), schedule.plannedStart()),
                            orTime(input.end(), schedule.plannedEnd()),
                            input.downtimeMinutes() == null
                                    ? schedule.downtimeMinutes()
                                    : input.downtimeMinutes().longValue())));
        });
    }

    private static <T> T or(@Nullable T given, T was) {
        return given == null ? was : given;
    }

    /** A blank text clears. */
    private static @Nullable String orText(@Nullable String given, @Nullable String was) {
        return given == null ? was : given.isBlank() ? null : given;
    }

    private static @Nullable Instant orTime(@Nullable Instant given, @Nullable Instant was) {
        return given == null ? was : given.truncatedTo(ChronoUnit.MICROS);
    }

    Verb<Change> assess(AssessChange input) {
        return new Verb<>(ChangeLifecycle.ASSESS_RISK, input, draft -> {
            ports.dependencies()
                    .rating(
                            draft.tenant(),
                            ChangeRules.items(draft.classification().cis()))
                    .ifPresent(draft::raiseImpact);
            Change was = draft.details();
            Assessment old = was.assessment();
            draft.details(was.rated(policy.risk()
                            .rate(input.answers(), draft.classification().impact()))
                    .assessed(new Assessment(
                            orText(input.feasibility(), old.feasibility()),
                            orText(input.performance(), old.performance()),
                            orText(input.services(), old.services()),
                            orText(input.resources(), old.resources()))));
        });
    }

    Verb<Change> requestApproval() {
        return new Verb<>(ChangeLifecycle.REQUEST_APPROVAL, Reason.NONE, this::ask);
    }

    private void ask(Draft<Change> draft) {
        ApprovalMark mark = declared.approvable()
                .request(draft.ledger(), draft.preview(), policyOf(draft))
                .mark();
        draft.details(draft.details().marked(mark));
    }

    private ApprovalPolicy policyOf(Draft<Change> draft) {
        Change change = draft.details();
        if (change.kind() == ChangeKind.EMERGENCY) {
            return policy.emergency();
        }
        if (!change.isMajor(policy)) {
            return policy.minor();
        }
        String board = change.board();
        return board == null
                ? policy.major()
                : draft.ledger().get(Board.TYPE, board).policy(draft.now());
    }

    Verb<Change> implementNow(@Nullable String reason) {
        return new Verb<>(ChangeLifecycle.IMPLEMENT_NOW, Reason.of(reason), draft -> {
            draft.notePersonal("reason", reason);
            ask(draft);
            draft.details(draft.details().owing(draft.now().plus(policy.emergencyLimit())));
        });
    }

    Verb<Change> complete(CompleteChange input) {
        return new Verb<>(ChangeLifecycle.COMPLETE, input, draft -> {
            Outcome outcome = Objects.requireNonNull(input.outcome());
            end(draft, outcome, input.notes());
            Change change = draft.details();
            if (outcome == Outcome.SUCCESSFUL && !change.edits().isEmpty()) {
                ports.edits().apply(draft.ledger(), draft.id(), change.edits());
                draft.note("appliedEdits", (long) change.edits().size());
            }
        });
    }

    Verb<Change> backOut(@Nullable String notes) {
        return new Verb<>(ChangeLifecycle.BACK_OUT, new BackOut(notes), draft -> end(draft, Outcome.BACKED_OUT, notes));
    }

    private void end(Draft<Change> draft, Outcome outcome, @Nullable String notes) {
        Change was = draft.details();
        draft.details(was.ended(outcome, notes).scheduled(was.schedule().ended(draft.now())));
        if (outcome.isFailure() && policy.failures() != FailureRule.NOTHING) {
            LinkedTicket follows = followUps.open(draft.ledger(), draft.preview(), policy.failures());
            draft.details(draft.details().followedBy(follows.number()));
            draft.note("followUp", follows.id().value());
        }
        if (outcome == Outcome.FAILED) {
            draft.event("ChangeFailed");
        }
    }

    static Verb<Change> review(ReviewChange input) {
        return new Verb<>(
                ChangeLifecycle.REVIEW_CHANGE,
                input,
                draft -> draft.details(draft.details()
                        .reviewed(
                                Objects.requireNonNull(input.review()),
                                orText(input.followUp(), draft.details().followUp()))));
    }

    static Verb<Change> waiveFreeze(@Nullable String reason) {
        return new Verb<>(
                ChangeLifecycle.WAIVE_FREEZE,
                new Why(reason),
                draft -> draft.details(draft.details().freezeWaived(waiver(draft, reason))));
    }

    static Verb<Change> waiveConflict(@Nullable String reason) {
        return new Verb<>(
                ChangeLifecycle.WAIVE_CONFLICT,
                new Why(reason),
                draft -> draft.details(draft.details().conflictWaived(waiver(draft, reason))));
    }

    private static Waiver waiver(Draft<Change> draft, @Nullable String reason) {
        return new Waiver(draft.actor().id(), Objects.requireNonNull(reason), draft.now());
    }

    static Verb<Change> planEdits(PlanEdits input) {
        return new Verb<>(
                ChangeLifecycle.PLAN_EDITS,
                input,
                draft -> draft.details(draft.details().editing(input.edits())));
    }

    static Verb<Change> formBoard(FormBoard input) {
        return new Verb<>(ChangeLifecycle.FORM_BOARD, input, draft -> {
            Set<io.itsm4j.actor.PersonId> approvers = people(input.approvers());
            if (input.quorum() > approvers.size()) {
                throw new io.itsm4j.InvalidInput(
                        "quorum", "OUT_OF_RANGE", Map.of("value", input.quorum(), "min", 1, "max", approvers.size()));
            }
            Board board = draft.ledger()
                    .add(
                            Board.TYPE,
                            new Board(
                                    draft.ledger().newId(),
                                    draft.tenant(),
                                    draft.id(),
                                    Objects.requireNonNull(input.agenda()),
                                    Objects.requireNonNull(input.meetsAt()).truncatedTo(ChronoUnit.MICROS),
                                    approvers,
                                    people(input.advisers()),
                                    input.quorum(),
                                    Board.State.CALLED,
                                    Set.of(),
                                    null,
                                    0,
                                    ChainHead.NONE),
                            "ChangeBoardCalled",
                            Map.of("change", draft.id().value()));
            draft.details(draft.details().boarded(board.id()));
        });
    }

    private static Set<io.itsm4j.actor.PersonId> people(Set<String> names) {
        return names.stream().map(io.itsm4j.actor.PersonId::new).collect(Collectors.toSet());
    }
}
