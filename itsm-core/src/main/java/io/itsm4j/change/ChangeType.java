package io.itsm4j.change;

import static io.itsm4j.lifecycle.StateCategory.RESOLVED;

import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approvable;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.Material;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.State;
import io.itsm4j.storage.Attribute;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What makes a ticket a change: the declaration, from data. */
final class ChangeType {

    /** By what changes alone can be filtered: how they come to be authorised. */
    static final Attribute<TicketRecord, ChangeKind> KIND = Attribute.text(
            "change.kind", ticket -> read(ticket).map(Change::kind).orElse(null), ChangeKind::name);

    /** By what changes alone can be filtered: how risky they are. */
    static final Attribute<TicketRecord, RiskLevel> RISK = Attribute.text(
            "change.riskLevel",
            ticket -> read(ticket).map(change -> change.risk().level()).orElse(null),
            RiskLevel::name);

    /** By what changes alone can be filtered: how they ended. */
    static final Attribute<TicketRecord, Outcome> OUTCOME = Attribute.text(
            "change.outcome", ticket -> read(ticket).map(Change::outcome).orElse(null), Outcome::name);

    /** By what changes alone can be filtered: when they may begin. */
    static final Attribute<TicketRecord, Instant> PLANNED_START = Attribute.time(
            "change.plannedStart",
            ticket ->
                    read(ticket).map(change -> change.schedule().plannedStart()).orElse(null));

    /** By what changes alone can be filtered: when they must have ended. */
    static final Attribute<TicketRecord, Instant> PLANNED_END = Attribute.time(
            "change.plannedEnd",
            ticket -> read(ticket).map(change -> change.schedule().plannedEnd()).orElse(null));

    private static final Set<State> STARTED = Set.of(ChangeLifecycle.IMPLEMENT, ChangeLifecycle.REVIEW);

    private static final Map<Action, String> EVENTS = Map.ofEntries(
            Map.entry(ChangeLifecycle.PLAN, "ChangePlanned"),
            Map.entry(ChangeLifecycle.ASSESS_RISK, "ChangeAssessed"),
            Map.entry(ChangeLifecycle.SUBMIT, "ChangeSubmitted"),
            Map.entry(ChangeLifecycle.REQUEST_APPROVAL, "ChangeApprovalRequested"),
            Map.entry(ChangeLifecycle.APPROVE, "ChangeApproved"),
            Map.entry(ChangeLifecycle.APPROVE_AND_START, "ChangeApproved"),
            Map.entry(ChangeLifecycle.REJECT, "ChangeRejected"),
            Map.entry(ChangeLifecycle.REVISE, "ChangeRevised"),
            Map.entry(ChangeLifecycle.SCHEDULE, "ChangeScheduled"),
            Map.entry(ChangeLifecycle.IMPLEMENT_NOW, "EmergencyChangeStarted"),
            Map.entry(ChangeLifecycle.APPROVE_AFTERWARDS, "ChangeApprovedAfterwards"),
            Map.entry(ChangeLifecycle.REJECT_AFTERWARDS, "ChangeRejectedAfterwards"),
            Map.entry(ChangeLifecycle.START, "ChangeStarted"),
            Map.entry(ChangeLifecycle.COMPLETE, "ChangeCompleted"),
            Map.entry(ChangeLifecycle.BACK_OUT, "ChangeBackedOut"),
            Map.entry(ChangeLifecycle.REVIEW_CHANGE, "ChangeReviewed"),
            Map.entry(ChangeLifecycle.CLOSE, "TicketClosed"),
            Map.entry(ChangeLifecycle.CANCEL, "TicketCancelled"),
            Map.entry(ChangeLifecycle.WAIVE_FREEZE, "FreezeWaived"),
            Map.entry(ChangeLifecycle.WAIVE_CONFLICT, "ConflictWaived"),
            Map.entry(ChangeLifecycle.PLAN_EDITS, "ConfigurationEditsPlanned"),
            Map.entry(ChangeLifecycle.FORM_BOARD, "ChangeBoardFormed"));

    private final ChangePolicy policy;
    private final ChangePorts ports;
    private final TicketType<Change> type;
    private final Approvable<Ticket<Change>> approvable;

    ChangeType(ChangePolicy policy, ChangePorts ports, UnaryOperator<TicketType<Change>> altered) {
        this.policy = policy;
        this.ports = ports;
        this.type = altered.apply(declared());
        this.approvable = Approvable.tickets(type, material(), ChangeType::action, Change::marked);
    }

    private static Optional<Change> read(TicketRecord ticket) {
        return ticket.details() instanceof Change change ? Optional.of(change) : Optional.empty();
    }

    TicketType<Change> type() {
        return type;
    }

    Approvable<Ticket<Change>> approvable() {
        return approvable;
    }

    private TicketType<Change> declared() {
        TicketType.Builder<Change> builder = TicketType.named("change", "CHG", Change.class, Change.NEW)
                .openedBy(Role.REQUESTER, Role.AGENT, Role.CHANGE_MANAGER, Role.IMPORTER)
                .readBy(Role.AGENT, Role.AUDITOR, Role.CHANGE_MANAGER, ChangeLifecycle.EMERGENCY_IMPLEMENTER)
                .effect(ChangeLifecycle.BOOK, this::book)
                .effect(ChangeLifecycle.BEGIN, ChangeType::begin)
                .effect(ChangeLifecycle.RELEASE, draft -> bookings(draft).release(draft.id()))
                .effect(ChangeLifecycle.FORGET_APPROVAL, this::forgetApproval)
                .always(this::keepContent)
                .erasing(Change::erased)
                .frozenIn(RESOLVED, "title", "description", "cis", "service", "impact", "urgency")
                .attributes(List.of(KIND, RISK, OUTCOME, PLANNED_START, PLANNED_END));
        EVENTS.forEach(builder::event);
        details(builder);
        return builder.livingBy(ChangeLifecycle.table());
    }

    private static void details(TicketType.Builder<Change> type) {
        type.detail(DetailField.plain("kind", Change::kind))
                .detail(DetailField.plain("template", Change::template))
                .detail(DetailField.personal("reason", Change::reason))
                .detail(DetailField.personal("justification", Change::justification))
                .detail(DetailField.plain(
                        "riskScore", change -> (long) change.risk().score()))
                .detail(DetailField.plain("riskLevel", change -> change.risk().level()))
                .detail(DetailField.plain(
                        "riskModel", change -> (long) change.risk().algorithm()))
                .detail(DetailField.personal(
                        "feasibility", change -> change.assessment().feasibility()))
                .detail(DetailField.personal(
                        "performance", change -> change.assessment().performance()))
                .detail(DetailField.personal(
                        "services", change -> change.assessment().services()))
                .detail(DetailField.personal(
                        "resources", change -> change.assessment().resources()))
                .detail(DetailField.personal(
                        "implementation", change -> change.plans().implementation()))
                .detail(DetailField.personal("test", change -> change.plans().test()))
                .detail(DetailField.personal("backout", change -> change.plans().backout()))
                .detail(DetailField.personal(
                        "communication", change -> change.plans().communication()))
                .detail(DetailField.plain(
                        "plannedStart", change -> change.schedule().plannedStart()))
                .detail(DetailField.plain(
                        "plannedEnd", change -> change.schedule().plannedEnd()))
                .detail(DetailField.plain(
                        "downtimeMinutes", change -> change.schedule().downtimeMinutes()))
                .detail(DetailField.plain(
                        "actualStart", change -> change.schedule().actualStart()))
                .detail(DetailField.plain(
                        "actualEnd", change -> change.schedule().actualEnd()))
                .detail(DetailField.plain("approval", change -> mark(change, ApprovalMark::approval)))
                .detail(DetailField.plain("approvalState", change -> mark(change, ApprovalMark::state)))
                .detail(DetailField.plain("approvalOwedBy", Change::approvalOwedBy))
                .detail(DetailField.plain("board", Change::board))
                .detail(DetailField.personal("freezeWaiver", change -> waiver(change.freezeWaiver())))
                .detail(DetailField.personal("conflictWaiver", change -> waiver(change.conflictWaiver())))
                .detail(DetailField.plain("outcome", Change::outcome))
                .detail(DetailField.personal("outcomeNotes", Change::outcomeNotes))
                .detail(DetailField.personal("review", Change::review))
                .detail(DetailField.personal("followUp", Change::followUp))
                .detail(DetailField.plain(
                        "edits", change -> (long) change.edits().size()));
    }

    private static <T> @Nullable T mark(Change change, java.util.function.Function<ApprovalMark, T> reader) {
        ApprovalMark mark = change.approval();
        return mark == null ? null : reader.apply(mark);
    }

    private static @Nullable String waiver(@Nullable Waiver waiver) {
        return waiver == null ? null : waiver.by() + ": " + waiver.reason();
    }

    /** What an approval of a change is about. */
    private static Material<Ticket<Change>> material() {
        return Material.<Ticket<Change>>of("title", Ticket::title)
                .and("description", ticket -> ticket.content().description())
                .and("service", ticket -> ticket.classification().service())
                .and("cis", ticket -> ChangeRules.items(ticket.classification().cis()))
                .and("kind", ticket -> ticket.details().kind())
                .and("reason", ticket -> ticket.details().reason())
                .and("riskLevel", ticket -> ticket.details().risk().level())
                .and("implementation", ticket -> ticket.details().plans().implementation())
                .and("test", ticket -> ticket.details().plans().test())
                .and("backout", ticket -> ticket.details().plans().backout())
                .and("plannedStart", ticket -> ticket.details().schedule().plannedStart())
                .and("plannedEnd", ticket -> ticket.details().schedule().plannedEnd())
                .and("downtimeMinutes", ticket -> ticket.details().schedule().downtimeMinutes())
                .and(
                        "edits",
                        ticket -> ticket.details().edits().stream()
                                .map(edit -> List.of(
                                        String.valueOf(edit.ci()),
                                        String.valueOf(edit.attribute()),
                                        String.valueOf(edit.value())))
                                .toList());
    }

    private static Optional<Action> action(Ticket<Change> ticket, Approval ended) {
        boolean started = STARTED.contains(ticket.state());
        if (!started && !ticket.state().equals(ChangeLifecycle.AUTHORISE)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (ended.state()) {
                    case APPROVED -> started ? ChangeLifecycle.APPROVE_AFTERWARDS : approve(ticket, ended);
                    case REJECTED -> started ? ChangeLifecycle.REJECT_AFTERWARDS : ChangeLifecycle.REJECT;
                    case WITHDRAWN -> started ? ChangeLifecycle.REJECT_AFTERWARDS : ChangeLifecycle.REVISE;
                    case PENDING -> throw new IllegalStateException("votes are out: " + ended.id());
                });
    }

    /** An emergency begins with its approval, unless its window is still to come. */
    private static Action approve(Ticket<Change> ticket, Approval ended) {
        Instant now = ended.decidedAt();
        boolean begins = ticket.details().kind() == ChangeKind.EMERGENCY
                && now != null
                && ticket.details()
                        .schedule()
                        .window()
                        .filter(window -> window.contains(now))
                        .isPresent();
        return begins ? ChangeLifecycle.APPROVE_AND_START : ChangeLifecycle.APPROVE;
    }

    private Bookings bookings(Draft<Change> draft) {
        return new Bookings(draft.ledger(), ports.dependencies());
    }

    /** Books the window, unless the calendar or another change stands against it. */
    private void book(Draft<Change> draft) {
        Change change = draft.details();
        Optional<Slot> window = change.schedule().window();
        if (window.isEmpty()) {
            return;
        }
        Set<String> items = ChangeRules.items(draft.classification().cis());
        WindowRules calendar = new WindowRules(draft.ledger(), ports);
        if (change.freezeWaiver() == null) {
            calendar.check(calendar.touched(items, draft.classification().service()), window.get());
        }
        List<String> over =
                bookings(draft).book(draft.id(), draft.number(), items, window.get(), tolerates(change)).stream()
                        .map(Bookings::text)
                        .toList();
        if (!over.isEmpty()) {
            draft.note("conflicts", over);
        }
    }

    private boolean tolerates(Change change) {
        return switch (policy.conflicts()) {
            case WARN -> true;
            case ALLOW -> change.conflictWaiver() != null;
            case BLOCK -> false;
        };
    }

    private static void begin(Draft<Change> draft) {
        draft.details(draft.details().scheduled(draft.details().schedule().begun(draft.now())));
    }

    private void forgetApproval(Draft<Change> draft) {
        ApprovalMark mark = draft.details().approval();
        if (mark != null) {
            approvable.withdraw(draft.ledger(), mark);
        }
        draft.details(draft.details().marked(null).freezeWaived(null).conflictWaived(null));
    }

    /**
     * Votes are about the content and waivers about the window; an approved content stays as it was approved, and a
     * standard one as its template.
     */
    private void keepContent(Draft<Change> draft) {
        ApprovalMark mark = draft.details().approval();
        if (mark != null && mark.isPending() && draft.before().isPresent()) {
            draft.details(draft.details().marked(approvable.reconsider(draft.ledger(), draft.preview(), mark)));
        }
        draft.before()
                .map(before -> before.details().schedule().window())
                .filter(window -> !window.equals(draft.details().schedule().window()))
                .ifPresent(moved ->
                        draft.details(draft.details().freezeWaived(null).conflictWaived(null)));
        boolean held =
                draft.from().equals(ChangeLifecycle.SCHEDULED) || draft.from().equals(ChangeLifecycle.IMPLEMENT);
        if (mark != null && mark.isApproved() && held && !approvable.isContent(draft.preview(), mark)) {
            throw new RuleViolated("CHANGE_CONTENT", Map.of("number", draft.number()));
        }
        draft.before().filter(before -> isFrozenDifferently(before, draft)).ifPresent(before -> {
            throw new RuleViolated("STANDARD_FROZEN", Map.of("number", draft.number()));
        });
    }

    private static boolean isFrozenDifferently(Ticket<Change> before, Draft<Change> draft) {
        Change was = before.details();
        Change is = draft.details();
        boolean standard = was.kind() == ChangeKind.STANDARD || is.kind() == ChangeKind.STANDARD;
        return standard
                && !(was.kind() == is.kind()
                        && was.plans().equals(is.plans())
                        && java.util.Objects.equals(was.reason(), is.reason())
                        && was.schedule().downtimeMinutes() == is.schedule().downtimeMinutes()
                        && before.title().equals(draft.content().title()));
    }
}
