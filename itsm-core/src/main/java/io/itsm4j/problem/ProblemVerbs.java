package io.itsm4j.problem;

import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentVerbs;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The verbs of problems as values: carried out by {@link Problems}, or brought in as history. */
public final class ProblemVerbs {

    private ProblemVerbs() {}

    /** Says that it is a problem worth a look. */
    public static Verb<Problem> assess() {
        return new Verb<>(ProblemLifecycle.ASSESS, Reason.NONE, draft -> {});
    }

    /** Looks for the cause. */
    public static Verb<Problem> analyse() {
        return new Verb<>(ProblemLifecycle.ANALYSE, Reason.NONE, draft -> {});
    }

    /** Notes what the analysis found. */
    public static Verb<Problem> recordCause(RecordCause input) {
        return new Verb<>(
                ProblemLifecycle.RECORD_CAUSE,
                input,
                draft -> draft.details(draft.details().caused(input.found())));
    }

    /** Says what helps meanwhile, on the problem alone. */
    public static Verb<Problem> workaround(@Nullable String text) {
        Words input = new Words(text);
        return new Verb<>(
                ProblemLifecycle.PUBLISH_WORKAROUND,
                input,
                draft -> draft.details(draft.details().helped(input.said(), draft.now())));
    }

    /** Says what helps meanwhile, on the problem and on every open incident that is linked to it. */
    static Verb<Problem> publishWorkaround(@Nullable String text, TicketType<Incident> incidents) {
        Verb<Problem> alone = workaround(text);
        return new Verb<>(alone.action(), alone.input(), draft -> {
            alone.effect().accept(draft);
            long reached = reach(draft, incidents, IncidentVerbs.provideWorkaround(text));
            draft.note("incidents", reached);
        });
    }

    /** Carries a verb out on each incident of the problem whose state has it; returns on how many. */
    private static long reach(Draft<Problem> draft, TicketType<Incident> incidents, Verb<Incident> verb) {
        Ledger ledger = draft.ledger();
        List<TicketId> ids = Stream.of(LinkType.CAUSED_BY, LinkType.RESOLVED_BY)
                .flatMap(how -> draft.linkedTo(how).stream())
                .filter(linked -> linked.type().equals(incidents.name()) && linked.isOpen())
                .map(LinkedTicket::id)
                .distinct()
                .sorted(java.util.Comparator.comparing(TicketId::value))
                .toList();
        long reached = 0;
        for (TicketId id : ids) {
            if (ledger.allows(ledger.ticket(id), verb.action())) {
                ledger.act(incidents, id, verb.action(), verb.input(), verb.effect());
                reached++;
            }
        }
        return reached;
    }

    /** Says that it is a known error. */
    public static Verb<Problem> declareKnownError() {
        return new Verb<>(ProblemLifecycle.DECLARE_KNOWN_ERROR, Reason.NONE, draft -> {});
    }

    /** Says that it is none after all. */
    public static Verb<Problem> withdrawKnownError(@Nullable String reason) {
        return new Verb<>(
                ProblemLifecycle.WITHDRAW_KNOWN_ERROR,
                Reason.of(reason),
                draft -> draft.notePersonal("reason", reason));
    }

    /** Begins to fix it. */
    public static Verb<Problem> beginFix() {
        return new Verb<>(ProblemLifecycle.BEGIN_FIX, Reason.NONE, draft -> {});
    }

    /** Says what fixed it; the recurrence window begins. */
    public static Verb<Problem> completeFix(@Nullable String text) {
        Words input = new Words(text);
        return new Verb<>(
                ProblemLifecycle.COMPLETE_FIX,
                input,
                draft -> draft.details(draft.details().fixed(input.said(), draft.now())));
    }

    /** Resolves it. */
    public static Verb<Problem> resolve() {
        return new Verb<>(ProblemLifecycle.RESOLVE, Reason.NONE, draft -> {});
    }

    /** Decides to live with it for a while. */
    public static Verb<Problem> acceptRisk(AcceptRisk input) {
        return new Verb<>(ProblemLifecycle.ACCEPT_RISK, input, draft -> {
            Instant until = Draft.storable("until", Objects.requireNonNull(input.until()));
            AcceptedRisk risk = new AcceptedRisk(until, draft.actor().id(), Objects.requireNonNull(input.reason()));
            draft.details(draft.details().accepted(risk));
        });
    }

    /** Takes it up again, because the fix did not hold or it is no duplicate after all. */
    public static Verb<Problem> reanalyse(@Nullable String reason) {
        return new Verb<>(ProblemLifecycle.REANALYSE, Reason.of(reason), draft -> draft.notePersonal("reason", reason));
    }

    /** Ends it because another problem is the same, which takes its links over. */
    static Verb<Problem> markDuplicate(TicketId original) {
        return new Verb<>(ProblemLifecycle.MARK_DUPLICATE, original, draft -> {});
    }

    /** Hands the links over to the problem that the input names, and tells it. */
    static void handOver(Draft<Problem> draft) {
        if (draft.input() instanceof TicketId id) {
            draft.ledger().seen(id);
            Ticket<Problem> original = draft.ledger().ticket(draft.type(), id);
            draft.moveLinks(id).link(LinkType.DUPLICATE_OF, id);
            draft.note("of", original.number());
            String number = draft.number();
            draft.ledger()
                    .act(
                            draft.type(),
                            id,
                            ProblemLifecycle.RECEIVE_DUPLICATE,
                            Reason.NONE,
                            other -> other.note("from", number));
        }
    }

    /** Takes back what ended it: the fix, the risk that was accepted, or that it is a duplicate. */
    static void takeUpAgain(Draft<Problem> draft) {
        draft.details(draft.details().fixed(draft.details().fix(), null).accepted(null));
        draft.linked(LinkType.DUPLICATE_OF).forEach(of -> draft.unlink(LinkType.DUPLICATE_OF, of.id()));
    }

    /** Ends it. */
    public static Verb<Problem> close() {
        return new Verb<>(ProblemLifecycle.CLOSE, Reason.NONE, draft -> {});
    }

    /** Ends it without a solution. */
    public static Verb<Problem> cancel(@Nullable String reason) {
        return new Verb<>(ProblemLifecycle.CANCEL, Reason.of(reason), draft -> draft.notePersonal("reason", reason));
    }
}
