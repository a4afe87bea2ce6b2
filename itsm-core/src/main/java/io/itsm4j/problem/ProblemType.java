package io.itsm4j.problem;

import static io.itsm4j.lifecycle.StateCategory.CANCELLED;
import static io.itsm4j.lifecycle.StateCategory.CLOSED;
import static io.itsm4j.lifecycle.StateCategory.RESOLVED;

import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.LinkReaction;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.Milestone;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What makes a ticket a problem: the declaration, from data. */
final class ProblemType {

    /** Since when it is a known error; absent when it is none. */
    static final Attribute<TicketRecord, Instant> KNOWN_ERROR_AT =
            Attribute.time("problem.knownErrorAt", ticket -> of(ticket, Problem::knownErrorAt));

    /** What made somebody look for a cause. */
    static final Attribute<TicketRecord, ProblemOrigin> ORIGIN =
            Attribute.text("problem.origin", ticket -> of(ticket, Problem::origin), ProblemOrigin::name);

    /** What kind of cause it is. */
    static final Attribute<TicketRecord, String> CAUSE_CATEGORY = Attribute.text(
            "problem.causeCategory",
            ticket -> of(ticket, problem -> problem.rootCause().category()));

    /** When the fix was in place. */
    static final Attribute<TicketRecord, Instant> FIXED_AT =
            Attribute.time("problem.fixedAt", ticket -> of(ticket, Problem::fixedAt));

    private static final Map<Action, String> EVENTS = Map.ofEntries(
            Map.entry(ProblemLifecycle.ASSESS, "ProblemAssessed"),
            Map.entry(ProblemLifecycle.ANALYSE, "ProblemAnalysed"),
            Map.entry(ProblemLifecycle.RECORD_CAUSE, "RootCauseRecorded"),
            Map.entry(ProblemLifecycle.PUBLISH_WORKAROUND, "WorkaroundPublished"),
            Map.entry(ProblemLifecycle.DECLARE_KNOWN_ERROR, "KnownErrorDeclared"),
            Map.entry(ProblemLifecycle.WITHDRAW_KNOWN_ERROR, "KnownErrorWithdrawn"),
            Map.entry(ProblemLifecycle.BEGIN_FIX, "FixBegun"),
            Map.entry(ProblemLifecycle.COMPLETE_FIX, "FixCompleted"),
            Map.entry(ProblemLifecycle.FIXING_TICKET_ENDED, "FixingChangeEnded"),
            Map.entry(ProblemLifecycle.RESOLVE, "TicketResolved"),
            Map.entry(ProblemLifecycle.ACCEPT_RISK, "RiskAccepted"),
            Map.entry(ProblemLifecycle.REVIEW_RISK, "RiskReviewDue"),
            Map.entry(ProblemLifecycle.REANALYSE, "TicketReopened"),
            Map.entry(ProblemLifecycle.MARK_DUPLICATE, "ProblemMarkedDuplicate"),
            Map.entry(ProblemLifecycle.RECEIVE_DUPLICATE, "DuplicateReceived"),
            Map.entry(ProblemLifecycle.CLOSE, "TicketClosed"),
            Map.entry(ProblemLifecycle.CANCEL, "TicketCancelled"));

    private ProblemType() {}

    private static <V> @Nullable V of(TicketRecord ticket, Function<Problem, @Nullable V> reader) {
        return ticket.details() instanceof Problem problem ? reader.apply(problem) : null;
    }

    static TicketType<Problem> under(ProblemPolicy policy) {
        TicketType.Builder<Problem> type = TicketType.named("problem", "PRB", Problem.class, Problem.NEW)
                .openedBy(Role.AGENT, Role.PROBLEM_MANAGER, Role.IMPORTER)
                .readBy(Role.AGENT, Role.AUDITOR, Role.PROBLEM_MANAGER)
                .erasing(Problem::erased)
                .frozenIn(RESOLVED, "title", "description", "impact", "urgency")
                .attributes(List.of(KNOWN_ERROR_AT, ORIGIN, CAUSE_CATEGORY, FIXED_AT))
                .effect(ProblemLifecycle.TAKE_UP_AGAIN, ProblemVerbs::takeUpAgain)
                .effect(ProblemLifecycle.HAND_OVER, ProblemVerbs::handOver)
                .effect(
                        ProblemLifecycle.BECOME_KNOWN,
                        draft -> draft.details(draft.details().known(draft.now())))
                .effect(
                        ProblemLifecycle.BECOME_UNKNOWN,
                        draft -> draft.details(draft.details().known(null)));
        EVENTS.forEach(type::event);
        details(type);
        type.milestone(new Milestone<>(
                "review-risk",
                ProblemType::reviewDue,
                ticket -> String.valueOf(reviewDue(ticket).orElse(null)),
                ProblemLifecycle.REVIEW_RISK,
                Reason.NONE,
                draft -> draft.details(draft.details().accepted(null))));
        type.onLinked(new LinkReaction<>(
                LinkType.FIXED_BY,
                policy.fixedBy(),
                Set.of(CLOSED, CANCELLED),
                (moved, ticket) -> true,
                ProblemLifecycle.FIXING_TICKET_ENDED,
                (ended, draft) -> {
                    draft.note("ended", ended.ticket().number())
                            .note("state", ended.ticket().state().name())
                            .note("open", ended.stillOpen());
                    if (ended.stillOpen() == 0) {
                        draft.event("FixingChangesDone");
                    }
                }));
        return type.livingBy(ProblemLifecycle.table());
    }

    private static void details(TicketType.Builder<Problem> type) {
        type.detail(DetailField.plain("origin", Problem::origin))
                .detail(DetailField.personal("symptoms", Problem::symptoms))
                .detail(DetailField.plain(
                        "method", problem -> problem.rootCause().method()))
                .detail(DetailField.personal(
                        "cause", problem -> problem.rootCause().cause()))
                .detail(DetailField.plain(
                        "causeCategory", problem -> problem.rootCause().category()))
                .detail(DetailField.personal("factors", ProblemType::factors))
                .detail(DetailField.personal("workaround", Problem::workaround))
                .detail(DetailField.plain("workaroundAt", Problem::workaroundAt))
                .detail(DetailField.plain("knownErrorAt", Problem::knownErrorAt))
                .detail(DetailField.personal("fix", Problem::fix))
                .detail(DetailField.plain("fixedAt", Problem::fixedAt))
                .detail(DetailField.plain("recurrenceDays", Problem::recurrenceDays))
                .detail(DetailField.plain(
                        "riskUntil",
                        problem ->
                                problem.risk() == null ? null : problem.risk().until()))
                .detail(DetailField.personal(
                        "riskBy",
                        problem ->
                                problem.risk() == null ? null : problem.risk().by()))
                .detail(DetailField.personal(
                        "riskReason",
                        problem ->
                                problem.risk() == null ? null : problem.risk().reason()));
    }

    private static @Nullable String factors(Problem problem) {
        List<String> factors = problem.rootCause().factors();
        return factors.isEmpty() ? null : String.join("\n", factors);
    }

    private static Optional<Instant> reviewDue(Ticket<Problem> ticket) {
        boolean ended = ticket.state().category() == RESOLVED || ticket.state().category() == CLOSED;
        AcceptedRisk risk = ticket.details().risk();
        return ended && risk != null ? Optional.of(risk.until()) : Optional.empty();
    }
}
