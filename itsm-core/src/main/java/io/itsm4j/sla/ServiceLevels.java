package io.itsm4j.sla;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Acting;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Queue;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.Restriction;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one actor can do about service levels. Light: made for a call or two.
 *
 * <p>Definitions are changed by managers only, and count from then on: at once on this node, within a minute on others
 * and after a transaction of the host's own. A ticket stays with the revision of an agreement that first measured it.
 */
public final class ServiceLevels {

    private static final Action DEFINE_AGREEMENT = Action.of("define-agreement");
    private static final Action RETIRE_AGREEMENT = Action.of("retire-agreement");
    private static final Action DEFINE_CALENDAR = Action.of("define-calendar");
    private static final Action RETIRE_CALENDAR = Action.of("retire-calendar");
    private static final Action WAIVE = Action.of("waive-breach");
    private static final Set<Role> MANAGERS = Set.of(Role.MANAGER);
    private static final List<Sort<SlaClock>> SOONEST = List.of(Sort.ascending(SlaClock.NEXT_AT));

    private final Engine engine;
    private final ClockKeeper keeper;
    private final Acting acting;

    /** What somebody can do. */
    public ServiceLevels(Engine engine, ClockKeeper keeper, Acting acting) {
        this.engine = engine;
        this.keeper = keeper;
        this.acting = acting;
    }

    // --- definitions ----------------------------------------------------------------------------------------

    /**
     * Defines an agreement, or a further revision of it; nothing happens when it is what is current already.
     *
     * @return the revision that is current now
     * @throws InvalidInput with {@code UNKNOWN} when it names a calendar that is not defined or calls a handler that
     *     the host has not named on this node, with {@code CONDITION} or {@code QUERY_FILTER} when a condition cannot
     *     be asked
     */
    public Bound define(Agreement agreement) {
        check(agreement);
        checkHandlers(agreement);
        StoredDefinition stored = definitions().add(DEFINE_AGREEMENT, MANAGERS, agreement.key(), ledger -> {
            checkCalendars(ledger, agreement);
            return ledger.define(SlaDefinitions.AGREEMENTS, agreement.key(), agreement);
        });
        keeper.definitions().changed(stored.tenant());
        return new Bound(agreement, stored.hash(), stored.revision());
    }

    static void check(Agreement agreement) {
        ConditionForm.check(agreement.when());
        ConditionForm.check(agreement.heldWhile());
        for (Target target : agreement.targets()) {
            ConditionForm.check(target.when());
            Conditions conditions = target.conditions();
            List.of(
                            conditions.start(),
                            conditions.pause(),
                            conditions.resume(),
                            conditions.stop(),
                            conditions.reset(),
                            conditions.cancel())
                    .forEach(ConditionForm::check);
        }
    }

    private void checkHandlers(Agreement agreement) {
        for (Target target : agreement.targets()) {
            for (Threshold threshold : target.thresholds()) {
                for (ThresholdAction action : threshold.actions()) {
                    if (action instanceof ThresholdAction.Call call && !keeper.isHandler(call.handler())) {
                        throw new InvalidInput("handler", "UNKNOWN", Map.of("value", call.handler()));
                    }
                }
            }
        }
    }

    private static void checkCalendars(Ledger ledger, Agreement agreement) {
        List<String> names = new ArrayList<>(List.of(agreement.calendar()));
        agreement.targets().forEach(target -> {
            String own = target.calendar();
            if (own != null) {
                names.add(own);
            }
        });
        for (String name : names) {
            if (!name.equals(Agreement.ALWAYS)
                    && ledger.definition(SlaDefinitions.CALENDARS, name).isEmpty()) {
                throw new InvalidInput("calendar", "UNKNOWN", Map.of("value", name));
            }
        }
    }

    /**
     * Ends an agreement for tickets that it has not measured yet; those it has stay with it.
     *
     * @throws NotFound when there is none of that key
     */
    public void retire(String key) {
        StoredDefinition stored = definitions()
                .add(
                        RETIRE_AGREEMENT,
                        MANAGERS,
                        key,
                        ledger -> ledger.retire(SlaDefinitions.AGREEMENTS, key)
                                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", key))));
        keeper.definitions().changed(stored.tenant());
    }

    /** An agreement as a command finds it, in its present revision. */
    public static Optional<Agreement> agreement(Ledger ledger, String key) {
        return ledger.definition(SlaDefinitions.AGREEMENTS, key).map(Defined::value);
    }

    /** The agreements that are current, by key. */
    public List<Bound> agreements() {
        return definitions().read(ledger -> ledger.definitions(SlaDefinitions.AGREEMENTS)).stream()
                .map(one ->
                        new Bound(one.value(), one.stored().hash(), one.stored().revision()))
                .toList();
    }

    /** The current revision of an agreement. */
    public Optional<Bound> agreement(String key) {
        return agreements().stream()
                .filter(one -> one.agreement().key().equals(key))
                .findFirst();
    }

    /**
     * Defines a calendar, or a further revision of it, under its name. Clocks that run stay with the revision they run
     * under.
     *
     * @throws InvalidInput with {@code DUPLICATE_NAME} for the name of the calendar that is always open
     */
    public StoredDefinition defineCalendar(CalendarDefinition calendar) {
        if (calendar.name().equals(Agreement.ALWAYS)) {
            throw new InvalidInput("name", "DUPLICATE_NAME", Map.of("value", calendar.name()));
        }
        StoredDefinition stored = definitions()
                .add(
                        DEFINE_CALENDAR,
                        MANAGERS,
                        calendar.name(),
                        ledger -> ledger.define(SlaDefinitions.CALENDARS, calendar.name(), calendar));
        keeper.definitions().changed(stored.tenant());
        return stored;
    }

    /**
     * Ends the use of a calendar for further agreements.
     *
     * @throws InUse when agreements that are current name it
     * @throws NotFound when there is none of that name
     */
    public void retireCalendar(String name) {
        StoredDefinition stored = definitions().add(RETIRE_CALENDAR, MANAGERS, name, ledger -> {
            List<String> users = ledger.definitions(SlaDefinitions.AGREEMENTS).stream()
                    .map(Defined::value)
                    .filter(agreement -> agreement.calendar().equals(name)
                            || agreement.targets().stream().anyMatch(target -> name.equals(target.calendar())))
                    .map(Agreement::key)
                    .toList();
            if (!users.isEmpty()) {
                throw new InUse("IN_USE", Map.of("id", name, "count", users.size(), "by", users));
            }
            return ledger.retire(SlaDefinitions.CALENDARS, name)
                    .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", name)));
        });
        keeper.definitions().changed(stored.tenant());
    }

    /** The calendars that are current, by name. */
    public List<CalendarDefinition> calendars() {
        return definitions().read(ledger -> ledger.definitions(SlaDefinitions.CALENDARS)).stream()
                .map(Defined::value)
                .toList();
    }

    private Registry<StoredDefinition> definitions() {
        return new Registry<>(engine, StoredDefinition.TYPE, acting);
    }

    // --- clocks ---------------------------------------------------------------------------------------------

    /**
     * The clocks of a ticket, every cycle, in the order of their start.
     *
     * @throws NotFound when there is no such ticket that the actor may see
     */
    public List<SlaClock> clocks(TicketId ticket) {
        checkVisible(ticket);
        return definitions()
                .read(ledger -> ledger.list(Query.of(SlaClock.KIND, ledger.tenant(), SlaClock.TICKET.is(ticket))
                        .sortedBy(Sort.ascending(SlaClock.STARTED_AT))));
    }

    /**
     * A page of the clocks of tickets that the actor may see, the next threshold first unless the request says
     * otherwise.
     */
    public Page<SlaClock> page(PageRequest<SlaClock> request) {
        Set<String> readable = queue().readable();
        return definitions().read(ledger -> {
            Criterion<SlaClock> wanted = request.criterion().and(visible(ledger, readable));
            return ledger.page(
                    SlaClock.KIND,
                    SlaClock.ID,
                    new PageRequest<>(wanted, request.sort(), request.size(), request.cursor()),
                    SOONEST);
        });
    }

    /** How many clocks of tickets that the actor may see satisfy a condition. */
    public long count(Criterion<SlaClock> criterion) {
        Set<String> readable = queue().readable();
        return definitions().read(ledger -> ledger.count(SlaClock.KIND, criterion.and(visible(ledger, readable))));
    }

    private static Criterion<SlaClock> visible(Ledger ledger, Set<String> readable) {
        return SlaClock.TICKET_TYPE
                .in(readable)
                .and(Restriction.seenBy(SlaClock.RESTRICTED_TO, ledger.actor().groups()));
    }

    /**
     * Why the clocks of a ticket stand where they stand, worked out from its journal: every cycle of every clock, in
     * the order of their start.
     *
     * @throws NotFound when there is no such ticket that the actor may see
     */
    public List<ClockExplanation> explain(TicketId ticket) {
        checkVisible(ticket);
        return definitions().read(ledger -> {
            TicketRecord record = ledger.ticket(ticket);
            List<Replay.Step> steps = Replay.of(keeper.definitions(), ledger, record);
            return new ClockExplaining(keeper.definitions(), ledger, steps, ledger.now()).all();
        });
    }

    /**
     * Folds a ticket's journal again, by the revisions of agreements and calendars that it names.
     *
     * @throws NotFound when there is no such ticket that the actor may see
     */
    public Replayed replay(TicketId ticket) {
        checkVisible(ticket);
        return definitions().read(ledger -> {
            TicketRecord record = ledger.ticket(ticket);
            List<Replay.Step> steps = Replay.of(keeper.definitions(), ledger, record);
            TicketClocks replayed = steps.isEmpty()
                    ? TicketClocks.NONE
                    : steps.get(steps.size() - 1).clocks();
            Map<String, Set<String>> said = ZoneRulesSaid.in(steps);
            return new Replayed(
                    TicketClocks.read(record.serviceLevels()), replayed, said, ZoneRulesSaid.now(said.keySet()));
        });
    }

    // --- mending --------------------------------------------------------------------------------------------

    /**
     * Waives a breach; the breach stays noted.
     *
     * @throws NotFound when there is no such clock of a ticket that the actor may see
     * @throws RuleViolated with {@code WAIVER_NO_BREACH} when nothing was missed, with {@code WAIVER_OWN} when the
     *     actor is the one who works on the ticket
     * @throws io.itsm4j.Conflict with {@code DUPLICATE} when it is waived already
     */
    public Waiver waive(WaiveBreach input) {
        return new Registry<>(engine, Waiver.TYPE, acting).add(WAIVE, MANAGERS, input, ledger -> {
            String id = java.util.Objects.requireNonNull(input.clock());
            SlaClock clock = ledger.list(Query.of(SlaClock.KIND, ledger.tenant(), SlaClock.ID.is(id))).stream()
                    .findFirst()
                    .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
            checkVisible(clock.ticket());
            TicketRecord ticket = ledger.ticket(clock.ticket());
            Instant missed = clock.breachedAt();
            if (missed == null) {
                throw new RuleViolated("WAIVER_NO_BREACH", Map.of("number", ticket.number(), "metric", clock.metric()));
            }
            PersonId approver = ledger.actor().id();
            if (approver.equals(ticket.assignment().assignee())) {
                throw new RuleViolated("WAIVER_OWN", Map.of("number", ticket.number(), "actor", approver));
            }
            Waiver waiver = new Waiver(
                    ledger.newId(),
                    ledger.tenant(),
                    ticket.id(),
                    id,
                    clock.agreement(),
                    clock.metric(),
                    missed,
                    java.util.Objects.requireNonNull(input.reason()),
                    approver,
                    ledger.now(),
                    0,
                    ChainHead.NONE);
            return ledger.add(Waiver.TYPE, waiver, "BreachWaived", Map.of());
        });
    }

    /**
     * The waivers of a ticket.
     *
     * @throws NotFound when there is no such ticket that the actor may see
     */
    public List<Waiver> waivers(TicketId ticket) {
        checkVisible(ticket);
        return definitions()
                .read(ledger -> ledger.list(Query.of(Waiver.KIND, ledger.tenant(), Waiver.TICKET.is(ticket))
                        .sortedBy(Sort.ascending(Waiver.APPROVED_AT))));
    }

    /**
     * Works the clocks of tickets out again, as if the definitions that are current had applied from their first fact
     * on; without this, nothing that is measured already follows a change of a definition or of a calendar. A breach
     * stays a breach. Each ticket is a command of its own, so that it can be stopped and gone on with at
     * {@link RecalculationReport#next()}.
     *
     * @return what changed, or with a dry run would change
     * @throws io.itsm4j.NotPermitted when clocks are to be changed and the actor is no manager
     */
    public RecalculationReport recalculate(Recalculate input) {
        keeper.definitions().changed(acting.actor().tenant());
        TicketId after = input.after();
        Criterion<TicketRecord> which =
                after == null ? input.which() : input.which().and(TicketAttributes.ID.after(after.value()));
        definitions().read(ledger -> {
            ledger.check(input);
            return ledger;
        });
        List<TicketId> tickets = queue().ids(which, input.limit());
        List<RecalculationReport.Recalculated> changed = new ArrayList<>();
        for (TicketId id : tickets) {
            TicketRecord ticket = definitions().read(ledger -> ledger.ticket(id));
            List<RecalculationReport.Change> changes = definitions()
                    .read(ledger -> Recalculation.changes(
                            TicketClocks.read(ticket.serviceLevels()), Recalculation.of(keeper, ledger, ticket)));
            if (!changes.isEmpty()) {
                if (!input.isDryRun()) {
                    recalculate(definitions().read(ledger -> ledger.type(ticket)), id);
                }
                changed.add(new RecalculationReport.Recalculated(id, ticket.number(), changes));
            }
        }
        boolean more = tickets.size() == input.limit();
        return new RecalculationReport(
                tickets.size(), changed, more ? Optional.of(tickets.get(tickets.size() - 1)) : Optional.empty());
    }

    private <D> void recalculate(TicketType<D> type, TicketId id) {
        new Tickets<>(engine, type, acting).act(id, StandardActions.RECALCULATE, Reason.NONE, draft -> {
            Ledger ledger = draft.ledger();
            TicketRecord ticket = ledger.ticket(id);
            TicketClocks before = TicketClocks.read(ticket.serviceLevels());
            draft.note(Recalculation.DATA, Recalculation.form(before, Recalculation.of(keeper, ledger, ticket)));
        });
    }

    /**
     * Where agreements promise what those they rest on do not hold: contracts with suppliers for operational
     * agreements, and these for agreements with customers, of the same metric, for tickets that both apply to. Tickets
     * are told apart by every fact that a selector asks about and that stands: type, group, tier, category, service,
     * customer, channel, priority, impact, urgency and details.
     *
     * @return each pair of targets once, with an instant at which it shows; empty when all can be held
     * @throws io.itsm4j.InvalidInput when the selectors of two agreements tell more than a million kinds apart
     */
    public List<Infeasibility> feasibility() {
        return definitions().read(ledger -> {
            SlaDefinitions.Current current = keeper.definitions().read(ledger, ledger.now());
            List<Agreement> agreements =
                    current.agreements().stream().map(Bound::agreement).toList();
            return new Feasibility(
                            agreements,
                            agreement -> target -> {
                                String own = target.calendar();
                                String name = own == null ? agreement.calendar() : own;
                                return keeper.definitions()
                                        .calendar(ledger, current.calendar(name).orElse(Agreement.ALWAYS));
                            },
                            ledger.now())
                    .check();
        });
    }

    /** How well agreements were kept, and how they would have been kept under other definitions. */
    public ServiceLevelReports reports() {
        return new ServiceLevelReports(engine, keeper, acting);
    }

    private void checkVisible(TicketId ticket) {
        if (queue().count(TicketAttributes.ID.is(ticket.value())) == 0) {
            throw new NotFound("NOT_FOUND", Map.of("id", ticket));
        }
    }

    private Queue queue() {
        return new Queue(engine, acting);
    }
}
