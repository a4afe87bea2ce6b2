package io.itsm4j.testkit;

import io.itsm4j.Itsm;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.approval.Approval;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.ChangeLifecycle;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.ChangePorts;
import io.itsm4j.change.Changes;
import io.itsm4j.change.PlanChange;
import io.itsm4j.change.PlannedEdit;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;

/** What contracts of changes share: who is there, what rests on what, and how a change gets on. */
public abstract class ChangeContract extends Contract {

    protected static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    protected static final Instant TEN = NINE.plusSeconds(3_600);
    protected static final Instant ELEVEN = NINE.plusSeconds(7_200);
    protected static final Instant NOON = NINE.plusSeconds(3 * 3_600);

    /** What stands behind what: the shop rests on the database, which rests on the storage. */
    private static final Map<String, Set<String>> RESTS_ON_IT =
            Map.of("storage-1", Set.of("db-1"), "db-1", Set.of("shop"), "db-2", Set.of("shop"));

    protected static final Map<String, String> HARMLESS = Map.of(
            "tested", "yes",
            "backout", "at-once",
            "experience", "often",
            "users", "nobody",
            "downtime", "no",
            "complexity", "one",
            "security", "no");
    protected static final Map<String, String> DARING = Map.of(
            "tested", "no",
            "backout", "not-at-all",
            "experience", "never",
            "users", "everybody",
            "downtime", "in-service-hours",
            "complexity", "more",
            "security", "no");

    protected final Actor cora = Actor.of("acme", "cora", Role.AGENT, Role.CHANGE_MANAGER);
    protected final Actor chris = Actor.of("acme", "chris", Role.AGENT, Role.CHANGE_MANAGER);
    protected final Actor eve = Actor.of("acme", "eve", Role.AGENT, ChangeLifecycle.EMERGENCY_IMPLEMENTER);

    protected final List<PlannedEdit> applied = new ArrayList<>();

    protected Staff staff;
    protected Itsm itsm;
    protected Changes desk;

    @BeforeEach
    void two_change_managers() {
        staff = new Staff()
                .person("alice", Set.of(Role.REQUESTER))
                .person("bob", Set.of(Role.AGENT))
                .person("eve", Set.of(Role.AGENT, ChangeLifecycle.EMERGENCY_IMPLEMENTER))
                .person("cora", Set.of(Role.AGENT, Role.CHANGE_MANAGER))
                .person("chris", Set.of(Role.AGENT, Role.CHANGE_MANAGER))
                .person("dora", Set.of(Role.REQUESTER))
                .person("egon", Set.of(Role.REQUESTER));
        itsm = building(builder(), ChangePolicy.STANDARD);
        desk = as(bob);
    }

    protected Itsm building(Itsm.Builder builder, ChangePolicy policy) {
        return builder.directory(staff)
                .changePolicy(policy)
                .changePorts(ChangePorts.NONE
                        .depending(ChangeContract::dependants)
                        .editing((ledger, change, edits) -> applied.addAll(edits)))
                .build();
    }

    private static Set<String> dependants(TenantId tenant, Collection<String> items) {
        Set<String> all = new TreeSet<>(items);
        List<String> open = new ArrayList<>(items);
        while (!open.isEmpty()) {
            for (String next : RESTS_ON_IT.getOrDefault(open.remove(0), Set.of())) {
                if (all.add(next)) {
                    open.add(next);
                }
            }
        }
        return all;
    }

    protected Changes as(Actor actor) {
        return itsm.as(actor).changes();
    }

    protected static PlanChange plan(Instant start, Instant end) {
        return PlanChange.NOTHING
                .because("the disk is full", "the shop stands still otherwise")
                .doing("add a disk", "read and write", "take the disk out again")
                .within(start, end);
    }

    /** A planned normal change of an item, opened by Bob for Alice. */
    protected TicketId planned(String ci, Instant start, Instant end) {
        TicketId id = desk.open(
                        OpenTicket.titled("Add a disk").requestedBy("alice").touching(ci))
                .id();
        desk.plan(id, plan(start, end));
        return id;
    }

    protected TicketId assessed(String ci, Instant start, Instant end, Map<String, String> answers) {
        TicketId id = planned(ci, start, end);
        desk.update(id, UpdateTicket.rate(Impact.MEDIUM, Urgency.LOW));
        desk.submit(id);
        desk.assess(id, AssessChange.answering(answers));
        return id;
    }

    protected TicketId waiting(String ci, Instant start, Instant end) {
        TicketId id = assessed(ci, start, end, HARMLESS);
        desk.requestApproval(id);
        return id;
    }

    protected TicketId scheduled(String ci, Instant start, Instant end) {
        TicketId id = waiting(ci, start, end);
        approve(cora, id);
        return id;
    }

    protected String approvalOf(TicketId id) {
        return java.util.Objects.requireNonNull(desk.get(id).details().approval())
                .approval();
    }

    protected Approval approve(Actor who, TicketId id) {
        return itsm.as(who).approvals().approve(approvalOf(id));
    }

    protected List<String> events(TicketId id) {
        return desk.tickets().journal(id, PageRequest.all()).items().stream()
                .map(JournalEntry::event)
                .toList();
    }

    protected static List<String> guards(TransitionRefused refusal) {
        return refusal.failedGuards();
    }

    protected TicketId emergency(String ci) {
        TicketId id = desk.openEmergency(OpenTicket.titled("The shop is down")
                        .requestedBy("alice")
                        .touching(ci))
                .id();
        desk.plan(id, plan(NINE, TEN));
        return id;
    }
}
