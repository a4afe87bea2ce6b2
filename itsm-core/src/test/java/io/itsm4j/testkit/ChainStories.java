package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.Change;
import io.itsm4j.change.ChangeLifecycle;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.Changes;
import io.itsm4j.change.CompleteChange;
import io.itsm4j.change.Outcome;
import io.itsm4j.change.PlanChange;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problem;
import io.itsm4j.problem.ProblemLifecycle;
import io.itsm4j.problem.Problems;
import io.itsm4j.problem.RecordCause;
import io.itsm4j.release.DeploymentRun;
import io.itsm4j.release.EndDeployment;
import io.itsm4j.release.PlanRelease;
import io.itsm4j.release.Release;
import io.itsm4j.release.ReleaseLifecycle;
import io.itsm4j.release.Releases;
import io.itsm4j.release.TargetEnvironment;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.Notification;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The practices together: an incident leads to a problem, the problem to a change, the change to a release. */
public abstract class ChainStories extends Contract {

    private final Actor ron = Actor.of("acme", "ron", Role.AGENT, Role.RELEASE_MANAGER);
    private final Actor boss = Actor.of("acme", "boss", Role.REQUESTER);
    private final List<DomainEvent> heard = new ArrayList<>();
    private final List<Notification> told = new ArrayList<>();

    private Itsm itsm;
    private Incidents desk;
    private Problems problems;
    private Changes changes;
    private Releases releases;

    @BeforeEach
    void all_practices_at_work() {
        ApprovalPolicy bosses = ApprovalPolicy.named("boss", ApprovalStep.asking("boss", Approver.person("boss")));
        itsm = builder()
                .changePolicy(ChangePolicy.STANDARD.approvedBy(bosses, bosses, bosses))
                .listener(heard::add)
                .notifier(told::add)
                .build();
        desk = itsm.as(bob).incidents();
        problems = itsm.as(bob).problems();
        changes = itsm.as(bob).changes();
        releases = itsm.as(ron).releases();
    }

    private TicketId incident() {
        return desk.open(OpenTicket.titled("Orders are lost")
                        .describedAs("since this morning")
                        .requestedBy("alice")
                        .inCategory("shop/checkout")
                        .onService("shop")
                        .touching("checkout-1", "checkout-2")
                        .rated(Impact.HIGH, Urgency.HIGH))
                .id();
    }

    private TicketId behind(TicketId incident) {
        return problems.openBehind(incident, OpenProblem.titled("Checkout leaks"))
                .id();
    }

    private TicketId fixFor(TicketId problem) {
        return changes.openFor(problem, OpenTicket.titled("New checkout")).id();
    }

    /** Planned for the next hour, assessed, and approved by the boss. */
    private void schedule(TicketId change) {
        Instant start = clock.instant().plus(Duration.ofHours(1));
        changes.plan(
                change,
                PlanChange.NOTHING
                        .because("orders are lost", null)
                        .doing("roll it out", "order something", "roll it back")
                        .within(start, start.plus(Duration.ofHours(2))));
        changes.submit(change);
        changes.assess(
                change,
                AssessChange.answering(Map.of(
                        "tested", "yes",
                        "backout", "at-once",
                        "experience", "often",
                        "users", "nobody",
                        "downtime", "no",
                        "complexity", "one",
                        "security", "no")));
        changes.requestApproval(change);
        itsm.as(boss)
                .approvals()
                .approve(Objects.requireNonNull(changes.get(change).details().approval())
                        .approval());
        assertThat(changes.get(change).state()).isEqualTo(ChangeLifecycle.SCHEDULED);
    }

    /** Carried out in its window and closed. */
    private void carryOut(TicketId change) {
        clock.advance(Duration.ofHours(1));
        changes.start(change);
        changes.complete(change, CompleteChange.with(Outcome.SUCCESSFUL, "orders come through"));
        changes.close(change);
    }

    @Test
    void from_the_incident_to_the_release_and_back_again() {
        TicketId incident = incident();
        desk.hold(incident, HoldIncident.because(HoldReason.PROBLEM));
        TicketId problem = behind(incident);
        TicketId change = fixFor(problem);
        TicketId release =
                releases.openFor(change, OpenTicket.titled("Shop 4.2")).id();
        releases.add(release, problem);

        problems.assess(problem);
        problems.recordCause(problem, RecordCause.of("a pool that is never emptied"));
        problems.beginFix(problem);
        schedule(change);
        releases.plan(
                release,
                PlanRelease.of("4.2", TargetEnvironment.production("shop")).backedOutBy("redeploy 4.1"));
        releases.beginBuild(release);
        releases.beginTest(release);
        releases.declareReady(release);
        releases.beginDeploying(release);
        clock.advance(Duration.ofHours(1));
        changes.start(change);
        releases.startDeployment(release, "shop");
        releases.endDeployment(release, EndDeployment.worked());
        releases.beginReview(release);
        releases.close(release, "went well");
        refused(TransitionRefused.class, "GUARD", () -> problems.completeFix(problem, "pool is emptied"));
        changes.complete(change, CompleteChange.with(Outcome.SUCCESSFUL, "orders come through"));
        changes.close(change);
        problems.completeFix(problem, "pool is emptied");
        problems.resolve(problem);

        assertThat(desk.get(incident).state()).as("the incident goes on").isEqualTo(IncidentLifecycle.IN_PROGRESS);
        desk.resolve(incident, ResolveIncident.with("FIXED", "with Shop 4.2"));
        assertThat(heard).extracting(DomainEvent::name).contains("FixingChangesDone");
        assertThat(releases.deployments(release, PageRequest.all()).items())
                .extracting(DeploymentRun::change, DeploymentRun::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(change, DeploymentRun.Outcome.SUCCESSFUL));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void each_link_is_read_from_both_ends() {
        TicketId incident = incident();
        TicketId problem = behind(incident);
        TicketId change = fixFor(problem);
        TicketId release =
                releases.openFor(change, OpenTicket.titled("Shop 4.2")).id();

        assertThat(desk.tickets().linked(incident, LinkType.CAUSED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(problem);
        assertThat(problems.tickets().linkedTo(problem, LinkType.CAUSED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(incident);
        assertThat(problems.tickets().linked(problem, LinkType.FIXED_BY))
                .extracting(LinkedTicket::id, LinkedTicket::type)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(change, "change"));
        assertThat(changes.tickets().linkedTo(change, LinkType.FIXED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(problem);
        assertThat(changes.tickets().linked(change, LinkType.DELIVERED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(release);
        assertThat(releases.scope(release)).extracting(LinkedTicket::id).containsExactly(change);
        assertThat(problems.tickets().journal(problem, PageRequest.all()).items())
                .extracting(JournalEntry::event)
                .containsExactly("TicketOpened", "TicketLinked");
    }

    @Test
    void the_context_goes_along_and_what_is_said_counts_more() {
        TicketId incident = incident();
        Ticket<Problem> problem = problems.get(behind(incident));
        Ticket<Change> change = changes.get(fixFor(problem.id()));
        Ticket<Release> release = releases.openFor(
                change.id(), OpenTicket.titled("Shop 4.2").onService("web").rated(Impact.LOW, Urgency.LOW));

        for (Ticket<?> ticket : List.of(problem, change)) {
            assertThat(ticket.content().description()).isEqualTo("since this morning");
            assertThat(ticket.classification().category()).isEqualTo("shop/checkout");
            assertThat(ticket.classification().service()).isEqualTo("shop");
            assertThat(ticket.classification().affected()).containsExactly("checkout-1", "checkout-2");
            assertThat(ticket.classification().impact()).isEqualTo(Impact.HIGH);
            assertThat(ticket.people().requester()).isEqualTo(bob.id());
        }
        assertThat(release.classification().service()).isEqualTo("web");
        assertThat(release.classification().impact()).isEqualTo(Impact.LOW);
        assertThat(release.classification().affected()).containsExactly("checkout-1", "checkout-2");
    }

    @Test
    void what_is_restricted_stays_restricted_along_the_chain() {
        TicketId secret = desk.open(OpenTicket.titled("Somebody got in").restrictedToGroups("network"))
                .id();
        TicketId problem = behind(secret);

        assertThat(problems.find(problem)).isPresent();
        assertThat(itsm.as(carol).problems().find(problem)).isEmpty();
        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> itsm.as(carol).problems().openBehind(secret, OpenProblem.titled("x")));
        refused(NotFound.class, "NOT_FOUND", () -> itsm.as(carol).changes().openFor(problem, OpenTicket.titled("x")));
    }

    @Test
    void no_chain_leads_back_to_itself() {
        TicketId incident = incident();
        TicketId problem = behind(incident);
        TicketId change = fixFor(problem);

        refused(RuleViolated.class, "LINK_CYCLE", () -> problems.tickets().link(problem, LinkType.CAUSED_BY, incident));
        refused(RuleViolated.class, "LINK_CYCLE", () -> changes.tickets().link(change, LinkType.FIXED_BY, problem));
        refused(RuleViolated.class, "LINK_SELF", () -> problems.tickets().link(problem, LinkType.FIXED_BY, problem));
        refused(
                RuleViolated.class,
                "LINK_SELF",
                () -> problems.tickets().linkFrom(problem, LinkType.FIXED_BY, problem));
        problems.addIncident(problem, incident);
        assertThat(desk.tickets().links(incident)).as("twice is once").hasSize(1);
    }

    @Test
    void a_change_that_caused_an_incident_is_known_by_it() {
        TicketId change = changes.open(OpenTicket.titled("New checkout").touching("checkout-1"))
                .id();
        schedule(change);
        TicketId incident = incident();

        desk.tickets().link(incident, LinkType.CAUSED_BY, change);
        carryOut(change);

        assertThat(changes.tickets().linkedTo(change, LinkType.CAUSED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(incident);
        assertThat(desk.get(incident).state()).isEqualTo(IncidentLifecycle.NEW);
    }

    @Test
    void a_change_that_is_given_up_leaves_its_problem_open_and_tells_it() {
        TicketId problem = behind(incident());
        TicketId change = fixFor(problem);

        changes.cancel(change, "the shop is sold");

        assertThat(problems.get(problem).state()).isEqualTo(ProblemLifecycle.NEW);
        assertThat(problems.tickets().journal(problem, PageRequest.all()).items())
                .last()
                .satisfies(entry -> {
                    assertThat(entry.event()).isEqualTo("FixingChangesDone");
                    assertThat(entry.data()).containsEntry("state", "CANCELLED");
                });
    }

    @Test
    void ending_leaves_no_task_waiting_in_a_queue() {
        TicketId problem = behind(incident());
        problems.tickets().addTask(problem, AddTask.titled("Read the log").forGroup("network", null));
        TicketId release = releases.open(OpenTicket.titled("Shop 4.2")).id();
        releases.tickets().addTask(release, AddTask.titled("Write the notes"));
        TicketId incident = incident();
        desk.tickets().addTask(incident, AddTask.titled("Call back"));

        TicketId change = changes.open(OpenTicket.titled("New checkout")).id();
        changes.tickets().addTask(change, AddTask.titled("Book the room"));

        changes.cancel(change, "the shop is sold");
        assertThat(changes.tickets().tasks(change, PageRequest.all()).items())
                .extracting(Task::state)
                .containsExactly(Task.State.SKIPPED);
        problems.cancel(problem, "cannot be reproduced");
        releases.cancel(release, "merged into 4.3");
        desk.cancel(incident, "a test");

        assertThat(problems.tickets().tasks(problem, PageRequest.all()).items())
                .extracting(Task::state)
                .containsExactly(Task.State.SKIPPED);
        assertThat(releases.tickets().tasks(release, PageRequest.all()).items())
                .extracting(Task::state)
                .containsExactly(Task.State.SKIPPED);
        assertThat(desk.tickets().tasks(incident, PageRequest.all()).items())
                .extracting(Task::state)
                .containsExactly(Task.State.SKIPPED);
    }

    @Test
    void a_cancelled_release_frees_its_scope() {
        TicketId change = fixFor(behind(incident()));
        TicketId release =
                releases.openFor(change, OpenTicket.titled("Shop 4.2")).id();

        releases.cancel(release, "merged into 4.3");

        assertThat(releases.get(release).state()).isEqualTo(ReleaseLifecycle.CANCELLED);
        assertThat(changes.get(change).state()).isEqualTo(ChangeLifecycle.DRAFT);
        TicketId next = releases.openFor(change, OpenTicket.titled("Shop 4.3")).id();
        assertThat(changes.tickets().linked(change, LinkType.DELIVERED_BY))
                .filteredOn(LinkedTicket::isOpen)
                .extracting(LinkedTicket::id)
                .containsExactly(next);
    }

    @Test
    void raising_is_one_command_and_happens_once_for_a_key() {
        TicketId incident = incident();
        long before = desk.get(incident).version();
        Problems once = problems.with(CommandOptions.key("raise-1"));

        Ticket<Problem> first = once.openBehind(incident, OpenProblem.titled("Checkout leaks"));
        Ticket<Problem> second = once.openBehind(incident, OpenProblem.titled("Checkout leaks"));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.repeated()).isTrue();
        Ticket<Incident> linked = desk.get(incident);
        assertThat(linked.version()).isEqualTo(before + 1);
    }

    @Test
    void the_owner_of_a_problem_is_told_when_the_last_change_that_fixes_it_has_closed() {
        TicketId problem = behind(incident());
        problems.assign(problem, Assign.to(null, "paula"));
        TicketId first = fixFor(problem);
        TicketId second = fixFor(problem);
        changes.cancel(second, "one is enough");
        schedule(first);
        deliverAll();
        told.clear();

        carryOut(first);
        deliverAll();

        assertThat(told)
                .filteredOn(notification -> notification.event().name().equals("FixingChangesDone"))
                .singleElement()
                .satisfies(notification -> {
                    assertThat(notification.about())
                            .isEqualTo(problems.get(problem).number());
                    assertThat(notification.people()).containsExactly(PersonId.of("paula"));
                });
    }

    private void deliverAll() {
        while (itsm.deliver(100).delivered() > 0) {
            // until nothing waits
        }
    }

    @Test
    void an_incident_that_waits_for_a_change_goes_on_when_the_change_has_ended() {
        TicketId incident = incident();
        TicketId change = changes.tickets()
                .raise(incident, LinkType.RESOLVED_BY, OpenTicket.titled("New checkout"), draft -> {})
                .id();
        desk.hold(incident, HoldIncident.because(HoldReason.CHANGE));
        schedule(change);
        assertThat(desk.get(incident).state()).isEqualTo(IncidentLifecycle.ON_HOLD);

        carryOut(change);

        assertThat(desk.get(incident).state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(desk.tickets().linked(incident, LinkType.RESOLVED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(change);
    }

    @Test
    void a_duplicate_takes_nothing_with_it() {
        TicketId incident = incident();
        TicketId duplicate = behind(incident);
        TicketId change = fixFor(duplicate);
        TicketId original =
                problems.open(OpenProblem.titled("Checkout leaks memory")).id();

        problems.markDuplicate(duplicate, original);
        changes.cancel(change, "the shop is sold");

        assertThat(problems.tickets().linked(original, LinkType.FIXED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(change);
        assertThat(desk.tickets().linked(incident, LinkType.CAUSED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(original);
        assertThat(problems.tickets().journal(original, PageRequest.all()).items())
                .extracting(JournalEntry::event)
                .contains("FixingChangesDone");
        assertThat(problems.tickets().journal(duplicate, PageRequest.all()).items())
                .extracting(JournalEntry::event)
                .doesNotContain("FixingChangesDone");
    }

    @Test
    void a_fix_that_fails_leaves_its_problem_open_and_leads_to_another() {
        TicketId problem = behind(incident());
        TicketId change = fixFor(problem);
        schedule(change);
        clock.advance(Duration.ofHours(1));
        changes.start(change);
        changes.complete(change, CompleteChange.with(Outcome.FAILED, "orders are still lost"));

        List<LinkedTicket> caused = changes.tickets().linkedTo(change, LinkType.CAUSED_BY);
        assertThat(caused).extracting(LinkedTicket::type).containsExactly("problem");
        assertThat(caused.get(0).id()).isNotEqualTo(problem);
        assertThat(problems.get(caused.get(0).id()).classification().affected())
                .containsExactly("checkout-1", "checkout-2");
        assertThat(problems.get(problem).state().category().isTerminal()).isFalse();
        TicketId second = fixFor(problem);
        assertThat(problems.tickets().linked(problem, LinkType.FIXED_BY))
                .extracting(LinkedTicket::id)
                .containsExactlyInAnyOrder(change, second);
    }
}
