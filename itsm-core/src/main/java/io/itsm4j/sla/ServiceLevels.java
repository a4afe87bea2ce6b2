package io.itsm4j.sla;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.actor.Role;
import io.itsm4j.calendar.CalendarDefinition;
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
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
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
     * @throws InvalidInput with {@code UNKNOWN} when it names a calendar that is not defined, with {@code CONDITION} or
     *     {@code QUERY_FILTER} when a condition cannot be asked
     */
    public Bound define(Agreement agreement) {
        check(agreement);
        StoredDefinition stored = definitions().add(DEFINE_AGREEMENT, MANAGERS, agreement.key(), ledger -> {
            checkCalendars(ledger, agreement);
            return ledger.define(SlaDefinitions.AGREEMENTS, agreement.key(), agreement);
        });
        keeper.definitions().changed(stored.tenant());
        return new Bound(agreement, stored.hash(), stored.revision());
    }

    private static void check(Agreement agreement) {
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
        Criterion<SlaClock> open = SlaClock.RESTRICTED_TO.is("");
        for (var group : ledger.actor().groups()) {
            open = open.or(SlaClock.RESTRICTED_TO.contains("|" + group.value() + "|"));
        }
        return SlaClock.TICKET_TYPE.in(readable).and(open);
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
            return new Replayed(TicketClocks.read(record.serviceLevels()), replayed);
        });
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
