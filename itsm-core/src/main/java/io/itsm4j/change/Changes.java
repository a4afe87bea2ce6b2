package io.itsm4j.change;

import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approvable;
import io.itsm4j.calendar.CalendarEvent;
import io.itsm4j.sla.StandingAgreement;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.RecordType;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Change management: what is changed, why, how, when, and who said yes. The verbs of every ticket are at
 * {@link #tickets()}; voting is at {@code approvals()} of the session.
 */
public final class Changes {

    /** What changes keep beside the tickets; for the engine. */
    public static final List<RecordType<?>> RECORDS = List.of(Board.TYPE, ChangeWindow.TYPE, StandardTemplate.TYPE);

    /** Every kind of record that changes keep; what an adapter has to map. */
    public static final List<RecordKind<?>> KINDS =
            List.of(Board.KIND, ChangeWindow.KIND, StandardTemplate.KIND, Booking.KIND);

    private final Tickets<Change> tickets;
    private final Declaration declaration;
    private final Records records;
    private final ChangeVerbs verbs;

    /** What changes are here: their type, and how they are approved. */
    public static final class Declaration {

        private final ChangePolicy policy;
        private final ChangePorts ports;
        private final FollowUps followUps;
        private final ChangeType declared;

        /**
         * Changes under a policy.
         *
         * @param policy how they are handled
         * @param ports what they need from others
         * @param followUps what follows when one fails
         * @param altered what the host changes about the type: matrix, custom fields, digits
         */
        public Declaration(
                ChangePolicy policy,
                ChangePorts ports,
                FollowUps followUps,
                java.util.function.UnaryOperator<TicketType<Change>> altered) {
            this.policy = policy;
            this.ports = ports;
            this.followUps = followUps;
            this.declared = new ChangeType(policy, ports, altered);
        }

        /** The type of ticket. */
        public TicketType<Change> type() {
            return declared.type();
        }

        /** By what the approval is measured that an emergency owes. */
        public StandingAgreement owedApproval() {
            return OwedApproval.under(policy, type().name());
        }

        /** How they are approved. */
        public Approvable<Ticket<Change>> approvable() {
            return declared.approvable();
        }
    }

    /**
     * The records beside the tickets as an actor has them.
     *
     * @param boards the boards
     * @param windows freezes and maintenance windows
     * @param templates the templates of standard changes
     */
    public record Records(
            Registry<Board> boards, Registry<ChangeWindow> windows, Registry<StandardTemplate> templates) {

        private Records with(CommandOptions options) {
            return new Records(boards.with(options), windows.with(options), templates.with(options));
        }
    }

    /** The verbs on top of the ticket engine. */
    public Changes(Tickets<Change> tickets, Records records, Declaration declaration) {
        this.tickets = tickets;
        this.records = records;
        this.declaration = declaration;
        this.verbs =
                new ChangeVerbs(declaration.declared, declaration.policy, declaration.ports, declaration.followUps);
    }

    /** The same with an expected version, an idempotency key, or both; so are boards, calendar and standards. */
    public Changes with(CommandOptions options) {
        return new Changes(tickets.with(options), records.with(options), declaration);
    }

    /** What changes share with every other ticket: tasks, links, comments, attachments, queries. */
    public Tickets<Change> tickets() {
        return tickets;
    }

    /** The meetings formed for changes. */
    public Boards boards() {
        return new Boards(records.boards());
    }

    /** Freezes and maintenance windows. */
    public ChangeCalendar calendar() {
        return new ChangeCalendar(records.windows(), declaration.ports);
    }

    /** The templates of standard changes. */
    public StandardChanges standards() {
        return new StandardChanges(records.templates());
    }

    // --- opening and planning -------------------------------------------------------------------------------

    /** Opens a normal change. */
    public Ticket<Change> open(OpenTicket input) {
        return tickets.open(input);
    }

    /**
     * Opens a normal change for a problem, which is linked as fixed by it and told when it has ended. What the input
     * leaves open is copied: title, description, category, service, items, impact, urgency and restriction.
     *
     * @throws io.itsm4j.NotFound when there is no such ticket that the actor may see
     */
    public Ticket<Change> openFor(TicketId problem, OpenTicket input) {
        return tickets.raise(problem, LinkType.FIXED_BY, input, draft -> {});
    }

    /** Opens an emergency change. */
    public Ticket<Change> openEmergency(OpenTicket input) {
        return tickets.open(input, Change.NEW.of(ChangeKind.EMERGENCY, null));
    }

    /**
     * Opens a standard change from a template; title, reason, plans and downtime are the template's and stay so.
     *
     * @param input the rest: items, service, requester; its title is not looked at
     * @throws io.itsm4j.RuleViolated with {@code STANDARD_STATE} when the template is not in use
     */
    public Ticket<Change> openStandard(String template, OpenTicket input) {
        Tickets<Change> keyed = tickets.keyedBy(StandardActions.OPEN, template, input);
        return keyed.earlier().orElseGet(() -> openStandard(keyed, template, input));
    }

    private Ticket<Change> openStandard(Tickets<Change> keyed, String template, OpenTicket input) {
        StandardTemplate seen = standards().get(template);
        return keyed.open(input.retitled(seen.title()), draft -> {
            StandardTemplate used = draft.ledger().get(StandardTemplate.TYPE, template);
            StandardChanges.require(used, StandardTemplate.State.IN_USE);
            draft.details(Change.NEW
                    .of(ChangeKind.STANDARD, used.id())
                    .because(used.reason(), null)
                    .planned(used.plans())
                    .scheduled(Schedule.NONE.planned(null, null, used.downtimeMinutes())));
        });
    }

    /** Plans it: why, how, when. While votes are out, whoever has voted is asked again. */
    public Ticket<Change> plan(TicketId id, PlanChange input) {
        return act(id, ChangeVerbs.plan(input));
    }

    /** Edits fields that every ticket has. */
    public Ticket<Change> update(TicketId id, UpdateTicket input) {
        return tickets.update(id, input);
    }

    /** Says what it will make of configuration items. */
    public Ticket<Change> planEdits(TicketId id, PlanEdits input) {
        return act(id, ChangeVerbs.planEdits(input));
    }

    /** Hands a normal change over for assessment. */
    public Ticket<Change> submit(TicketId id) {
        return act(id, ChangeVerbs.plain(ChangeLifecycle.SUBMIT));
    }

    /**
     * Answers the risk questionnaire and says what the change means for others. Its impact is raised to what is hit
     * when its items fail, as far as the configuration knows, before the risk is worked out.
     *
     * @throws io.itsm4j.InvalidInput naming every question that is not answered, answered otherwise, or not asked
     */
    public Ticket<Change> assess(TicketId id, AssessChange input) {
        return act(id, verbs.assess(input));
    }

    /** Why its risk is what it is, a line each for answers, score and matrix. */
    public List<String> explainRisk(TicketId id) {
        Ticket<Change> change = tickets.get(id);
        return declaration
                .policy
                .risk()
                .explain(change.details().risk(), change.classification().impact());
    }

    /** Forms a board for a change that is assessed; its approvers are asked when approval is requested. */
    public Ticket<Change> formBoard(TicketId id, FormBoard input) {
        return act(id, ChangeVerbs.formBoard(input));
    }

    // --- authorising ----------------------------------------------------------------------------------------

    /**
     * Asks for approval: the change manager of a minor one, the board or the change managers of a major one, and whom
     * the policy names for an emergency. The votes are given through the session's approvals.
     */
    public Ticket<Change> requestApproval(TicketId id) {
        return act(id, verbs.requestApproval());
    }

    /**
     * Schedules a standard change, which needs no approval of its own, and books its window.
     *
     * @throws io.itsm4j.RuleViolated with {@code CHANGE_CONFLICT}, {@code CHANGE_FREEZE} or {@code CHANGE_MAINTENANCE}
     */
    public Ticket<Change> schedule(TicketId id) {
        return act(id, ChangeVerbs.plain(ChangeLifecycle.SCHEDULE));
    }

    /** Takes it back to be planned anew; its approval is gone, its window is free. */
    public Ticket<Change> revise(TicketId id, @Nullable String reason) {
        return act(id, ChangeVerbs.because(ChangeLifecycle.REVISE, reason));
    }

    /** Lets freezes and maintenance windows pass; needs {@link Role#CHANGE_MANAGER} and a reason. */
    public Ticket<Change> waiveFreeze(TicketId id, @Nullable String reason) {
        return act(id, ChangeVerbs.waiveFreeze(reason));
    }

    /** Lets conflicts pass, where the policy allows it; needs {@link Role#CHANGE_MANAGER} and a reason. */
    public Ticket<Change> waiveConflict(TicketId id, @Nullable String reason) {
        return act(id, ChangeVerbs.waiveConflict(reason));
    }

    // --- doing it -------------------------------------------------------------------------------------------

    /** Begins, within the window. */
    public Ticket<Change> start(TicketId id) {
        return act(id, ChangeVerbs.plain(ChangeLifecycle.START));
    }

    /**
     * Begins an emergency before its approval, which is then owed within the policy's limit; needs
     * {@link ChangeLifecycle#EMERGENCY_IMPLEMENTER}.
     */
    public Ticket<Change> implementNow(TicketId id, @Nullable String reason) {
        return act(id, verbs.implementNow(reason));
    }

    /** Ends it; the window is free, and when it was successful the planned edits are applied. */
    public Ticket<Change> complete(TicketId id, CompleteChange input) {
        return act(id, verbs.complete(input));
    }

    /** Takes it back by its backout plan; a change that has begun is not cancelled but backed out. */
    public Ticket<Change> backOut(TicketId id, @Nullable String notes) {
        return act(id, verbs.backOut(notes));
    }

    /** Writes down what the review found. */
    public Ticket<Change> review(TicketId id, ReviewChange input) {
        return act(id, ChangeVerbs.review(input));
    }

    /** Ends it for good. */
    public Ticket<Change> close(TicketId id) {
        return act(id, ChangeVerbs.plain(ChangeLifecycle.CLOSE));
    }

    /** Ends it before it has begun. */
    public Ticket<Change> cancel(TicketId id, @Nullable String reason) {
        return act(id, ChangeVerbs.because(ChangeLifecycle.CANCEL, reason));
    }

    // --- when -----------------------------------------------------------------------------------------------

    /** Which scheduled changes hold the same or a dependent item in this change's window; empty without a window. */
    public List<BookingConflict> conflicts(TicketId id) {
        Ticket<Change> change = tickets.get(id);
        return change.details()
                .schedule()
                .window()
                .map(window ->
                        conflicts(id, ChangeRules.items(change.classification().cis()), window))
                .orElse(List.of());
    }

    /** Which scheduled changes hold the same or a dependent item in a window. */
    public List<BookingConflict> conflicts(Set<String> items, Slot window) {
        return conflicts(null, items, window);
    }

    private List<BookingConflict> conflicts(@Nullable TicketId self, Set<String> items, Slot window) {
        return looking(ledger -> bookings(ledger).conflicts(self, items, window));
    }

    /**
     * When this change could take place: no other scheduled change, no freeze and every maintenance window agreeing.
     *
     * @param within where to look, at most 366 days
     * @param length how long it takes
     * @return in order, each at least that long
     */
    public List<Slot> freeSlots(TicketId id, Slot within, Duration length) {
        if (within.length().compareTo(Duration.ofDays(366)) > 0) {
            throw new io.itsm4j.InvalidInput("within", "OUT_OF_LIMIT", java.util.Map.of("limit", "366 days"));
        }
        Ticket<Change> change = tickets.get(id);
        Set<String> items = ChangeRules.items(change.classification().cis());
        return looking(ledger -> {
            WindowRules calendar = new WindowRules(ledger, declaration.ports);
            List<Slot> taken = bookings(ledger).taken(id, items, within);
            List<Slot> allowed = calendar.allowed(
                    calendar.touched(items, change.classification().service()), within);
            List<Slot> free = new ArrayList<>();
            allowed.forEach(open -> free.addAll(FreeSlots.gaps(open, taken, length)));
            return free;
        });
    }

    /**
     * A page of the forward schedule: changes that are scheduled or being carried out and whose windows meet a span, by
     * their start. A page is shorter than its size where the actor may not see a change.
     *
     * @param size how many, 1 to {@value PageRequest#CAP}
     * @param cursor where the page before ended, or null for the first one
     */
    public Page<Ticket<Change>> forwardSchedule(Slot within, int size, @Nullable String cursor) {
        Page<TicketId> ahead = looking(ledger -> bookings(ledger).ahead(within, size, cursor));
        Map<TicketId, Ticket<Change>> seen = new HashMap<>();
        if (!ahead.items().isEmpty()) {
            Criterion<TicketRecord> these = TicketAttributes.ID.in(
                    ahead.items().stream().map(TicketId::value).toList());
            tickets.page(PageRequest.of(these).ofSize(ahead.items().size()))
                    .items()
                    .forEach(change -> seen.put(change.id(), change));
        }
        return new Page<>(
                ahead.items().stream().map(seen::get).filter(Objects::nonNull).toList(), ahead.next());
    }

    /**
     * The whole forward schedule of a span, by the start of the windows, read page by page and handed on one by one.
     */
    public void forwardSchedule(Slot within, Consumer<? super Ticket<Change>> out) {
        Optional<String> cursor = Optional.empty();
        do {
            Page<Ticket<Change>> page = forwardSchedule(within, PageRequest.CAP, cursor.orElse(null));
            page.items().forEach(out);
            cursor = page.next();
        } while (cursor.isPresent());
    }

    /** The whole forward schedule of a span, by the start of the windows, however much it is. */
    public List<Ticket<Change>> forwardSchedule(Slot within) {
        List<Ticket<Change>> all = new ArrayList<>();
        forwardSchedule(within, (Consumer<Ticket<Change>>) all::add);
        return all;
    }

    /**
     * The forward schedule for the calendars of others, handed on one by one; {@code io.itsm4j.interop.ICalendarText}
     * writes it as iCalendar.
     */
    public void forwardEvents(Slot within, Consumer<? super CalendarEvent> out) {
        forwardSchedule(within, (Ticket<Change> change) -> out.accept(event(change)));
    }

    /** The forward schedule for the calendars of others, however much it is. */
    public List<CalendarEvent> forwardEvents(Slot within) {
        List<CalendarEvent> all = new ArrayList<>();
        forwardEvents(within, all::add);
        return all;
    }

    private static CalendarEvent event(Ticket<Change> change) {
        Slot window = change.details().schedule().window().orElseThrow();
        String reason = change.details().reason();
        return new CalendarEvent(
                change.id().value(),
                window.start(),
                window.end(),
                change.number() + " " + change.title(),
                reason == null ? "" : reason,
                CalendarEvent.Status.CONFIRMED);
    }

    private Bookings bookings(Ledger ledger) {
        return new Bookings(ledger, declaration.ports.dependencies());
    }

    private <T> T looking(java.util.function.Function<Ledger, T> work) {
        return records.windows().read(work);
    }

    // --- looking --------------------------------------------------------------------------------------------

    /** The change, when there is one that the actor may see. */
    public Optional<Ticket<Change>> find(TicketId id) {
        return tickets.find(id);
    }

    /**
     * The change.
     *
     * @throws io.itsm4j.NotFound when there is none that the actor may see
     */
    public Ticket<Change> get(TicketId id) {
        return tickets.get(id);
    }

    /** A page of changes. */
    public Page<Ticket<Change>> page(PageRequest<TicketRecord> request) {
        return tickets.page(request);
    }

    /** How many changes satisfy a condition. */
    public long count(Criterion<TicketRecord> criterion) {
        return tickets.count(criterion);
    }

    /** Carries out a verb. */
    public Ticket<Change> act(TicketId id, Verb<Change> verb) {
        return tickets.act(id, verb);
    }
}
