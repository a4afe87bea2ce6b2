package io.itsm4j.testkit;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.MonitoringAlert;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.IdSource;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Store;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.ChangeTags;
import io.itsm4j.ticket.ChangeWatchers;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.Link;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LogWork;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.OverridePriority;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.Split;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.Tickets;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import io.itsm4j.ticket.WorkLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A life of a service desk made up from a seed: the same steps, ids and times on every store, so that two stores must
 * end with equal records and must have refused the same steps with the same codes.
 */
public final class RandomHistory {

    /**
     * What a history left.
     *
     * @param outcomes what each step came to: the version it led to, or the code of its refusal
     * @param kept every record of every kind, by primary key
     * @param counts tickets by state and by tag as the desk counts them
     */
    public record Snapshot(List<String> outcomes, List<Object> kept, List<Map<Object, Long>> counts) {}

    private static final TenantId TENANT = TenantId.of("acme");
    private static final List<Actor> ACTORS = List.of(
            Actor.of("acme", "bob", Role.AGENT).inGroups("desk"),
            Actor.of("acme", "bob", Role.AGENT).inGroups("desk"),
            Actor.of("acme", "carol", Role.AGENT, Role.MANAGER).inGroups("network"),
            Actor.of("acme", "mia", Role.AGENT, Role.MAJOR_INCIDENT_MANAGER),
            Actor.of("acme", "probe", Role.MONITOR));
    private static final List<String> WORDS = List.of("vpn", "printer", "größe", "网络", "100%", "a_b");

    private final Random random;
    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final Store store;
    private final Itsm itsm;
    private final List<TicketId> opened = new ArrayList<>();

    private RandomHistory(long seed, Store store) {
        this.random = new Random(seed);
        this.store = store;
        this.itsm = Itsm.builder()
                .store(store)
                .clock(clock)
                .ids(IdSource.seeded(seed))
                .build();
    }

    /** Lives a history on an empty store. */
    public static Snapshot live(long seed, int steps, Store store) {
        RandomHistory history = new RandomHistory(seed, store);
        List<String> outcomes = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            outcomes.add(step + " " + history.step());
        }
        return history.snapshot(outcomes);
    }

    private String step() {
        clock.advance(Duration.ofMinutes(random.nextInt(600)));
        int kind = random.nextInt(43);
        Actor actor = pick(ACTORS);
        Incidents incidents = itsm.as(actor).incidents().with(options());
        TicketId first = opened.isEmpty() ? TicketSample.id(1) : pick(recent());
        TicketId second = opened.isEmpty() ? TicketSample.id(2) : pick(recent());
        String word = pick(WORDS);
        long drawn = random.nextLong();
        try {
            return kind + " " + carriedOut(kind, actor, incidents, first, second, word, new Random(drawn));
        } catch (ItsmException refused) {
            return kind + " " + refused.code();
        } catch (IllegalStateException onPurpose) {
            return kind + " " + onPurpose.getMessage();
        }
    }

    /** The last few, so that commands often meet on one ticket. */
    private List<TicketId> recent() {
        return opened.subList(Math.max(0, opened.size() - 6), opened.size());
    }

    private CommandOptions options() {
        int drawn = random.nextInt(20);
        if (drawn == 0) {
            return CommandOptions.key("key-" + random.nextInt(5));
        }
        return drawn == 1 ? CommandOptions.expecting(1 + random.nextInt(4)) : CommandOptions.NONE;
    }

    private String carriedOut(
            int kind, Actor actor, Incidents incidents, TicketId a, TicketId b, String word, Random own) {
        Tickets<Incident> tickets = incidents.tickets();
        return switch (kind) {
            case 0, 1, 2, 3, 4 -> noted(incidents.open(input(word, own)));
            case 5 -> noted(incidents.open(input(word, own).under(a)));
            case 6 -> shown(incidents.start(a));
            case 7 -> shown(incidents.hold(a, HoldIncident.untilCallerAnswers(word)));
            case 8 -> shown(incidents.hold(a, HoldIncident.because(HoldReason.values()[own.nextInt(7)])));
            case 9 -> shown(incidents.resume(a));
            case 10, 11 -> shown(incidents.resolve(a, ResolveIncident.with("FIXED", word)));
            case 12 -> shown(incidents.reopen(a, word));
            case 13 -> shown(incidents.close(a));
            case 14 -> shown(incidents.cancel(a, word));
            case 15, 16 -> shown(incidents.comment(a, AddComment.publicly(word)));
            case 17 -> shown(incidents.comment(a, AddComment.internally(word)));
            case 18 -> shown(incidents.assign(a, Assign.to(own.nextBoolean() ? "desk" : "network", "bob")));
            case 19 ->
                shown(incidents.update(
                        a, UpdateTicket.rate(impact(own), urgency(own)).titled(word)));
            case 20 -> shown(tickets.tag(a, new ChangeTags(Set.of(word), Set.of(pick(WORDS, own)))));
            case 21 -> shown(tickets.watch(a, new ChangeWatchers(Set.of("dora", "alice"), Set.of("erik"))));
            case 22, 40 -> shown(tickets.addTask(a, AddTask.titled(word).forGroup("desk", null)));
            case 23, 41, 42 -> shown(tickets.changeTask(a, task(tickets, a), Task.State.values()[own.nextInt(4)]));
            case 24 ->
                shown(tickets.link(a, own.nextBoolean() ? LinkType.RELATED_TO : LinkType.values()[own.nextInt(8)], b));
            case 25 -> shown(tickets.unlink(a, LinkType.RELATED_TO, b));
            case 26 -> shown(tickets.placeUnder(a, own.nextInt(4) == 0 ? null : b));
            case 27 -> shown(tickets.merge(a, b));
            case 28 -> shown(tickets.undoMerge(a));
            case 29 -> noted(tickets.split(a, new Split(word, null)));
            case 30 -> shown(tickets.archive(a));
            case 31 -> shown(tickets.overridePriority(a, new OverridePriority(Priority.CRITICAL, word)));
            case 32 -> shown(tickets.restrict(a, new Restrict(own.nextBoolean() ? Set.of() : Set.of("desk"))));
            case 33 -> shown(tickets.logWork(a, LogWork.minutes(own.nextInt(500), word)));
            case 34 -> alerted(incidents, own);
            case 35 -> itsm.as(alice()).portal().comment(a, word).toString();
            case 36 ->
                itsm.as(alice()).portal().act(a, IncidentLifecycle.REOPEN, word).toString();
            case 37 -> due();
            case 38 -> rolledBack(incidents, a, word);
            default ->
                own.nextInt(20) == 0
                        ? "erased " + itsm.erase(TENANT, new PersonId("dora"))
                        : "queue "
                                + itsm.as(actor)
                                        .queue()
                                        .page(PageRequest.<TicketRecord>all().ofSize(5));
        };
    }

    private static Actor alice() {
        return Actor.of("acme", "alice", Role.REQUESTER);
    }

    private OpenTicket input(String word, Random own) {
        return OpenTicket.titled("About " + word)
                .describedAs(word.repeat(own.nextInt(3)))
                .requestedBy(own.nextBoolean() ? "alice" : "dora")
                .rated(impact(own), urgency(own))
                .tagged(word, pick(WORDS, own))
                .watchedBy("erik");
    }

    private static Impact impact(Random own) {
        return Impact.values()[own.nextInt(3)];
    }

    private static Urgency urgency(Random own) {
        return Urgency.values()[own.nextInt(3)];
    }

    private static String task(Tickets<Incident> tickets, TicketId id) {
        return tickets.tasks(id, PageRequest.all()).items().stream()
                .map(Task::id)
                .findFirst()
                .orElse("none");
    }

    private String alerted(Incidents incidents, Random own) {
        String key = "disk/" + own.nextInt(3);
        MonitoringAlert alert = own.nextInt(3) == 0
                ? MonitoringAlert.clear("probe", key)
                : MonitoringAlert.firing("probe", key, "Disk full");
        return incidents.alert(alert).map(this::noted).orElse("nothing open");
    }

    private String due() {
        clock.advance(Duration.ofDays(2));
        return itsm.processDue(50).toString();
    }

    private String rolledBack(Incidents incidents, TicketId id, String word) {
        return itsm.inTransaction(() -> {
            incidents.comment(id, AddComment.publicly(word));
            throw new IllegalStateException("rolled back on purpose");
        });
    }

    private String noted(Ticket<Incident> ticket) {
        if (!opened.contains(ticket.id())) {
            opened.add(ticket.id());
        }
        return shown(ticket);
    }

    private static String shown(Ticket<?> ticket) {
        return ticket + " " + ticket.version() + (ticket.repeated() ? " again" : "");
    }

    private <T> T pick(List<T> from) {
        return pick(from, random);
    }

    private static <T> T pick(List<T> from, Random by) {
        return from.get(by.nextInt(from.size()));
    }

    private Snapshot snapshot(List<String> outcomes) {
        List<Object> kept = new ArrayList<>();
        for (RecordKind<?> kind :
                List.of(TicketAttributes.KIND, Comment.KIND, Task.KIND, Link.KIND, WorkLog.KIND, JournalEntry.KIND)) {
            kept.addAll(all(kind));
        }
        var queue = itsm.as(ACTORS.get(2)).queue();
        kept.add(itsm.verify(TENANT));
        return new Snapshot(
                outcomes,
                kept,
                List.of(
                        queue.countBy(Criterion.all(), TicketAttributes.STATE),
                        queue.countBy(TicketAttributes.IS_OPEN.is(true), TicketAttributes.TAGS),
                        queue.countBy(TicketAttributes.GROUP.isAbsent().not(), TicketAttributes.PRIORITY)));
    }

    private <R> List<R> all(RecordKind<R> kind) {
        return store.inNewTransaction(unit -> unit.list(Query.of(kind, TENANT, Criterion.all())));
    }
}
