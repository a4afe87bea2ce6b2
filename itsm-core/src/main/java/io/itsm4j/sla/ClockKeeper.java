package io.itsm4j.sla;

import io.itsm4j.actor.PersonId;
import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.journal.Digests;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Due;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.People;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Timekeeper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the clocks of tickets: folds each step in, writes the rows of the clocks that changed, says what is due. */
public final class ClockKeeper implements Timekeeper {

    private final SlaDefinitions definitions;
    private final ServiceHours hours;
    private final Set<String> handlers;

    /**
     * A keeper for one node.
     *
     * @param clock the injected clock
     * @param hours whose service hours count where an agreement takes them from elsewhere
     * @param inForce agreements that nobody has to define
     * @param handlers the names that thresholds can call the host by
     */
    public ClockKeeper(InstantSource clock, ServiceHours hours, List<StandingAgreement> inForce, Set<String> handlers) {
        this.definitions = new SlaDefinitions(clock, inForce);
        this.hours = hours;
        this.handlers = Set.copyOf(handlers);
    }

    SlaDefinitions definitions() {
        return definitions;
    }

    ServiceHours hours() {
        return hours;
    }

    boolean isHandler(String name) {
        return handlers.contains(name);
    }

    /**
     * The agreements that are current and valid and can measure tickets about one of these services, by key; those
     * about all services among them.
     *
     * @param services the services' references
     * @return each agreement with the services of these that it is about
     */
    public Map<Agreement, Set<String>> agreementsFor(Ledger ledger, Set<String> services) {
        Map<Agreement, Set<String>> about = new LinkedHashMap<>();
        definitions.read(ledger, ledger.now()).agreements().stream()
                .map(Bound::agreement)
                .filter(agreement -> agreement.isValidAt(ledger.now()))
                .sorted(Comparator.comparing(Agreement::key))
                .forEach(agreement -> {
                    Set<String> covered = new TreeSet<>(services);
                    covered.removeIf(service -> !ServiceScope.covers(agreement, service));
                    if (!covered.isEmpty()) {
                        about.put(agreement, covered);
                    }
                });
        return about;
    }

    LiveTerms terms(Ledger ledger) {
        return new LiveTerms(definitions, definitions.current(ledger), hours, ledger);
    }

    @Override
    public Tick tick(Moment moment) {
        SlaDefinitions.Current current = definitions.current(moment.ledger());
        String state = moment.after().serviceLevels();
        List<Bound> standing = definitions.standing(moment.type().name());
        String side = side(moment);
        if (state.isEmpty() && current.agreements().isEmpty() && standing.isEmpty()) {
            return new Tick(state, Due.NEVER, side.equals(REQUESTER) ? OF_REQUESTER : Map.of());
        }
        TicketClocks before = TicketClocks.read(state);
        LiveTerms terms = new LiveTerms(definitions, current, standing, hours, moment.ledger());
        TicketRecord earlier = moment.before();
        Happening fact = new Happening(
                earlier == null ? null : Situations.settled(moment.type(), earlier),
                Situations.after(moment, side),
                moment.at(),
                Situations.reached(moment.action(), moment.data()),
                Situations.isNotice(moment.action(), moment.data()));
        TicketClocks base = Recalculation.base(moment.action(), moment.data(), before);
        TicketClocks after = Fold.step(base, fact, terms);
        after.bound().forEach((key, hash) -> {
            if (!before.bound().containsKey(key)) {
                definitions.keep(moment.ledger(), hash);
            }
        });
        write(moment, before, after, terms);
        String now = after.equals(before) ? state : after.write();
        return new Tick(now, next(after, terms), data(before, after, terms, side));
    }

    private static final String REQUESTER = "REQUESTER";

    /** Said even where nothing is measured: a recalculation or a trial may ask for it later. */
    private static final Map<String, Object> OF_REQUESTER = Map.of(Situations.SIDE, REQUESTER);

    private static String side(Moment moment) {
        PersonId actor = moment.ledger().actor().id();
        People people = moment.after().people();
        return people.requester().equals(actor) || people.openedFor().equals(actor) ? REQUESTER : "DESK";
    }

    /** What the fold cannot know from the ticket's own facts, and what it found. */
    private static Map<String, Object> data(TicketClocks before, TicketClocks after, LiveTerms terms, String side) {
        Map<String, Object> data = new TreeMap<>(side.equals(REQUESTER) ? OF_REQUESTER : Map.of());
        Map<String, String> bound = new TreeMap<>(after.bound());
        bound.entrySet().removeAll(before.bound().entrySet());
        if (!bound.isEmpty()) {
            data.put(Situations.BOUND, bound);
        }
        if (!terms.chosen().isEmpty()) {
            data.put(Situations.CALENDARS, terms.chosen());
        }
        List<String> breached = new ArrayList<>();
        Map<String, String> rules = new TreeMap<>();
        for (int i = 0; i < after.clocks().size(); i++) {
            ClockState was = i < before.clocks().size() ? before.clocks().get(i) : null;
            ClockState is = after.clocks().get(i);
            if (was == null || !Objects.equals(was.dueAt(), is.dueAt())) {
                BusinessCalendar calendar = terms.calendar(is.calendar());
                rules.put(calendar.definition().zone().getId(), calendar.zoneRulesVersion());
            }
            if (is.breachedAt() != null && (was == null || was.breachedAt() == null)) {
                breached.add(is.key() + "#" + is.cycle());
            }
        }
        if (!breached.isEmpty()) {
            data.put(Situations.BREACHED, breached);
        }
        rules.values().removeIf(String::isEmpty);
        if (!rules.isEmpty()) {
            data.put(Situations.ZONE_RULES, rules);
        }
        return data;
    }

    private void write(Moment moment, TicketClocks before, TicketClocks after, Terms terms) {
        TicketRecord earlier = moment.before();
        boolean sameReaders =
                earlier != null && earlier.restrictedTo().equals(moment.after().restrictedTo());
        boolean sameFacts = earlier != null && ClockRows.hasSameFacts(earlier, moment.after());
        for (int i = 0; i < after.clocks().size(); i++) {
            ClockState was = i < before.clocks().size() ? before.clocks().get(i) : null;
            ClockState is = after.clocks().get(i);
            if (!is.equals(was) || !sameReaders || (is.isOpen() && !sameFacts)) {
                SlaClock row = row(is, moment, terms);
                if (was == null) {
                    moment.ledger().insert(SlaClock.KIND, row);
                } else {
                    moment.ledger().replace(SlaClock.KIND, row(was, moment, terms), row);
                }
            }
        }
    }

    private SlaClock row(ClockState clock, Moment moment, Terms terms) {
        return ClockRows.row(clock, moment.after(), moment.at(), bound(moment.ledger(), clock), terms);
    }

    private Bound bound(Ledger ledger, ClockState clock) {
        return definitions.agreement(ledger, clock.definition());
    }

    private Instant next(TicketClocks clocks, LiveTerms terms) {
        Instant next = Due.NEVER;
        for (ClockState clock : clocks.clocks()) {
            if (clock.status() == ClockStatus.RUNNING) {
                Instant at =
                        Levels.next(clock, terms, bound(terms.ledger(), clock)).orElse(Due.NEVER);
                next = at.isBefore(next) ? at : next;
            }
        }
        return next;
    }

    /**
     * Looks the rows of the clocks up in one go; a store that keeps what it has read finds each again without asking.
     */
    @Override
    public void prepare(Ledger ledger, List<TicketId> tickets) {
        ledger.list(Query.of(
                        SlaClock.KIND,
                        ledger.tenant(),
                        SlaClock.TICKET.in(tickets).and(SlaClock.IS_OPEN.is(true)))
                .locked(Lock.WRITE));
    }

    @Override
    public Overdue overdue(Ledger ledger, TicketType<?> type, TicketRecord ticket) {
        TicketClocks clocks = TicketClocks.read(ticket.serviceLevels());
        LiveTerms terms = terms(ledger);
        List<Levels.Level> due = new ArrayList<>();
        for (ClockState clock : clocks.clocks()) {
            Levels.ahead(clock, terms, bound(ledger, clock)).stream()
                    .filter(level -> !level.at().isAfter(ledger.now()))
                    .forEach(due::add);
        }
        due.sort(Comparator.comparing(Levels.Level::at));
        String key = due.stream().map(level -> key(ticket, level)).sorted().collect(Collectors.joining(" "));
        Instant noticed = clocks.noticedAt();
        Function<Levels.Level, Instant> quietUntil = level -> noticed == null
                ? Instant.MIN
                : noticed.plus(bound(ledger, level.clock()).agreement().quiet());
        return new Overdue(key, draft -> Escalation.of(ticket, due, quietUntil).on(draft));
    }

    /** The key of an effect: the clock, its cycle and round, and the level. */
    static String key(TicketRecord ticket, Levels.Level level) {
        ClockState clock = level.clock();
        return Digests.sha256(
                clock.key().rowId(ticket.id(), clock.cycle()), String.valueOf(clock.round()), level.level());
    }
}
