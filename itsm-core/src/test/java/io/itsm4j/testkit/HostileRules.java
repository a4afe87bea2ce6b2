package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Delegate;
import io.itsm4j.approval.Quorum;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.ChangeLifecycle;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.Changes;
import io.itsm4j.change.CompleteChange;
import io.itsm4j.change.Outcome;
import io.itsm4j.change.PlanChange;
import io.itsm4j.change.ProposeStandard;
import io.itsm4j.change.StandardTemplate;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.release.PlanRelease;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.release.Releases;
import io.itsm4j.release.TargetEnvironment;
import io.itsm4j.ticket.LinkReaction;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Sequel;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.UpdateTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for changes and for the rules of all practices, whatever is asked of them. */
public abstract class HostileRules extends PracticesAtHand {

    private static ApprovalPolicy bosses() {
        return ApprovalPolicy.named(
                "bosses", ApprovalStep.asking("bosses", Approver.person("boss"), Approver.person("chief")));
    }

    /** Changes and gates of releases are approved by boss or chief. */
    private Itsm bossed() {
        return scene().changePolicy(ChangePolicy.STANDARD.approvedBy(bosses(), bosses(), bosses()))
                .releasePolicy(ReleasePolicy.STANDARD.approving(bosses()))
                .build();
    }

    private TicketId waiting(Itsm on, Actor requester, String ci) {
        Changes changes = on.as(bob).changes();
        Instant start = clock.instant().plus(Duration.ofHours(1));
        TicketId id = changes.open(OpenTicket.titled("Add a disk")
                        .requestedBy(requester.id().value())
                        .touching(ci))
                .id();
        changes.plan(
                id,
                PlanChange.NOTHING
                        .because("the disk is full", null)
                        .doing("add a disk", "read and write", "take it out again")
                        .within(start, start.plus(Duration.ofHours(1))));
        changes.submit(id);
        changes.assess(id, AssessChange.answering(ChangeContract.HARMLESS));
        changes.requestApproval(id);
        return id;
    }

    private static String approvalOf(Itsm on, Actor reader, TicketId change) {
        return Objects.requireNonNull(
                        on.as(reader).changes().get(change).details().approval())
                .approval();
    }

    /** A release of the change whose only gate waits for boss or chief, asked about. */
    private TicketId gated(Itsm on, TicketId scope) {
        Releases releases = on.as(ron).releases();
        TicketId id = releases.openFor(scope, OpenTicket.titled("4.2").requestedBy("boss"))
                .id();
        releases.plan(
                id,
                PlanRelease.of(
                        "4.2",
                        TargetEnvironment.test("staging").approvedBy("go", "bosses"),
                        TargetEnvironment.production("all")));
        releases.beginBuild(id);
        releases.beginTest(id);
        releases.requestApproval(id, "staging");
        return id;
    }

    private String gateOf(Itsm on, TicketId release) {
        return Objects.requireNonNull(
                        on.as(ron).releases().get(release).details().mark("staging", "go"))
                .approval();
    }

    @Test
    void h28_nobody_approves_their_own_change_or_release_not_even_for_another() {
        Itsm on = bossed();
        TicketId change = waiting(on, boss, "db-1");
        TicketId release = gated(on, change);
        on.as(chief)
                .approvals()
                .delegate(Delegate.to("boss", clock.instant(), clock.instant().plus(Duration.ofDays(9))));
        for (String approval : List.of(approvalOf(on, bob, change), gateOf(on, release))) {
            refusedWithoutTrace(
                    NotPermitted.class,
                    "APPROVAL_SEPARATION",
                    () -> on.as(boss).approvals().approve(approval));
            assertThat(on.as(chief).approvals().approve(approval).state()).isEqualTo(Approval.State.APPROVED);
        }
    }

    @Test
    void h34_one_vote_decides_on_a_change_and_on_a_gate_when_two_would_at_the_same_moment() {
        Itsm on = bossed();
        for (int round = 0; round < (FULL ? 50 : 3); round++) {
            TicketId change = waiting(on, alice, "db-" + round);
            String first = approvalOf(on, bob, change);
            var votes = Together.run(
                    () -> on.as(boss).approvals().approve(first),
                    () -> on.as(chief).approvals().reject(first, "not now"),
                    () -> on.as(chief).approvals().approve(first));
            assertThat(votes).filteredOn(Together.Outcome::succeeded).isNotEmpty();
            Approval.State state = on.as(bob).approvals().get(first).state();
            assertThat(on.as(bob).changes().get(change).state().name())
                    .isEqualTo(state == Approval.State.APPROVED ? "SCHEDULED" : "AUTHORISE");

            TicketId release = on.as(ron)
                    .releases()
                    .openFor(change, OpenTicket.titled("4.2").requestedBy("alice"))
                    .id();
            on.as(ron)
                    .releases()
                    .plan(
                            release,
                            PlanRelease.of(
                                    "4.2",
                                    TargetEnvironment.test("staging").approvedBy("go", "bosses"),
                                    TargetEnvironment.production("all")));
            on.as(ron).releases().beginBuild(release);
            on.as(ron).releases().beginTest(release);
            on.as(ron).releases().requestApproval(release, "staging");
            String second = gateOf(on, release);
            var gates = Together.run(
                    () -> on.as(boss).approvals().approve(second),
                    () -> on.as(chief).approvals().approve(second));
            assertThat(gates).filteredOn(Together.Outcome::succeeded).hasSize(1);
            on.as(ron).releases().startDeployment(release, "staging");
        }
        assertThat(on.verify(ACME).isIntact()).isTrue();
    }

    /** A ticket of each practice, by the name of its type. */
    private Map<String, TicketId> oneOfEach(Itsm on) {
        Actor importer = Actor.of("acme", "bob", Role.AGENT, Role.IMPORTER);
        Map<String, TicketId> all = new LinkedHashMap<>();
        for (TicketType<?> type :
                List.of(on.incidentType(), on.problemType(), on.requestType(), on.changeType(), on.releaseType())) {
            all.put(type.name(), open(on, importer, type));
        }
        return all;
    }

    private static <D> TicketId open(Itsm on, Actor actor, TicketType<D> type) {
        return on.as(actor).tickets(type).open(OpenTicket.titled("one")).id();
    }

    private TicketType<?> type(Itsm on, String name) {
        return on.types().stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void h36_no_ticket_of_any_practice_becomes_its_own_ancestor() {
        oneOfEach(itsm).forEach((name, top) -> {
            var tickets = itsm.as(bob).tickets(type(itsm, name));
            TicketId below =
                    incidents().open(OpenTicket.titled("below").under(top)).id();
            refusedWithoutTrace(RuleViolated.class, "PARENT_CYCLE", () -> tickets.placeUnder(top, top));
            refusedWithoutTrace(RuleViolated.class, "PARENT_CYCLE", () -> tickets.placeUnder(top, below));
        });
    }

    @Test
    void h37_a_change_does_not_end_over_open_parts_and_ends_once_they_have() {
        Changes changes = itsm.as(bob).changes();
        TicketId whole = changes.open(OpenTicket.titled("whole")).id();
        TicketId part = changes.open(OpenTicket.titled("part").under(whole)).id();
        TransitionRefused refusal =
                refusedWithoutTrace(TransitionRefused.class, "GUARD", () -> changes.cancel(whole, "enough"));
        assertThat(refusal.failedGuards()).containsExactly("NO_OPEN_CHILDREN");
        int before = heard.size();
        changes.cancel(part, "enough");
        assertThat(heard.subList(before, heard.size()))
                .as("the end of a part ends nothing else")
                .extracting(event -> event.subjectId())
                .containsExactly(part.value());
        changes.cancel(whole, "enough");

        Itsm on = bossed();
        TicketId done = waiting(on, alice, "db-1");
        on.as(chief).approvals().approve(approvalOf(on, bob, done));
        clock.advance(Duration.ofHours(1));
        Changes desk = on.as(bob).changes();
        desk.start(done);
        desk.complete(done, CompleteChange.with(Outcome.SUCCESSFUL, "done"));
        TicketId open = on.as(bob)
                .incidents()
                .open(OpenTicket.titled("part").under(done))
                .id();
        TransitionRefused close = refusedWithoutTrace(TransitionRefused.class, "GUARD", () -> desk.close(done));
        assertThat(close.failedGuards()).containsExactly("NO_OPEN_CHILDREN");
        on.as(bob).incidents().cancel(open, "none after all");
        desk.close(done);
    }

    @Test
    void h37_the_end_of_parts_and_of_the_whole_in_every_practice_is_one_pass_each() {
        oneOfEach(itsm).forEach((name, whole) -> {
            TicketId part = incidents()
                    .open(OpenTicket.titled("part of " + name).under(whole))
                    .id();
            int before = heard.size();
            incidents().cancel(part, "none after all");
            assertThat(heard.subList(before, heard.size()))
                    .as(name)
                    .extracting(event -> event.subjectId() + " " + event.action())
                    .containsExactly(part.value() + " cancel");
        });
    }

    @Test
    void h40_a_template_in_use_is_retired_and_what_was_made_from_it_goes_on() {
        Actor cora = Actor.of("acme", "cora", Role.AGENT, Role.CHANGE_MANAGER);
        Changes desk = itsm.as(bob).changes();
        StandardTemplate template = desk.standards()
                .propose(ProposeStandard.named("disk", "Add a disk", "disks fill up")
                        .doing("add a disk", "read and write", "take it out again"));
        itsm.as(cora).changes().standards().authorise(template.id());
        TicketId id = desk.openStandard(
                        template.id(),
                        OpenTicket.titled("x").requestedBy("alice").touching("db-1"))
                .id();
        itsm.as(cora).changes().standards().retire(template.id(), "disks are gone");
        refusedWithoutTrace(
                RuleViolated.class,
                "STANDARD_STATE",
                () -> desk.openStandard(template.id(), OpenTicket.titled("x").touching("db-1")));
        Instant start = clock.instant().plus(Duration.ofHours(1));
        desk.plan(id, PlanChange.NOTHING.within(start, start.plus(Duration.ofHours(1))));
        assertThat(desk.schedule(id).state()).isEqualTo(ChangeLifecycle.SCHEDULED);
    }

    @Test
    void h40_a_service_and_a_calendar_in_use_are_archived_and_what_names_them_goes_on() {
        Actor mona = Actor.of("acme", "mona", Role.AGENT, Role.MANAGER);
        itsm.as(mona)
                .serviceLevels()
                .defineCalendar(CalendarDefinition.of("office", "UTC", WeekPlan.everyDay("09:00-17:00")));
        offer(Quorum.any());
        catalogue()
                .define(catalogue()
                        .item("notebook")
                        .orElseThrow()
                        .item()
                        .deliveredWithin(Duration.ofHours(8))
                        .countedIn("office"));
        catalogue().activate("notebook");
        TicketId id = orderedBy(alice);
        itsm.as(mona).serviceLevels().retireCalendar("office");
        catalogue().retire("notebook");
        catalogue().retireService("notebooks");

        itsm.as(boss).approvals().approve(approval(id));
        assertThat(itsm.as(bob).requests().get(id).details().deliverBy()).isNotNull();
    }

    private static <D> TicketType<D> restless(TicketType<D> type) {
        return type.with(rules -> rules.sequel(new Sequel<>(
                        Set.of(StandardActions.UPDATE), step -> true, StandardActions.TAG, Reason.NONE, draft -> {}))
                .sequel(new Sequel<>(
                        Set.of(StandardActions.TAG), step -> true, StandardActions.UPDATE, Reason.NONE, draft -> {})));
    }

    @Test
    void h52_rules_that_set_each_other_off_stop_in_every_practice() {
        Itsm calm = itsm;
        Map<String, TicketId> each = oneOfEach(calm);
        Itsm on = scene().incidents(HostileRules::restless)
                .problems(HostileRules::restless)
                .requests(HostileRules::restless)
                .changes(HostileRules::restless)
                .releases(HostileRules::restless)
                .build();
        each.forEach((name, id) -> {
            RuleViolated refusal = refusedWithoutTrace(
                    RuleViolated.class,
                    "CASCADE_TOO_DEEP",
                    () -> on.as(bob).tickets(type(on, name)).update(id, UpdateTicket.NOTHING.titled("two")),
                    () -> calm.as(bob).tickets(type(calm, name)).update(id, UpdateTicket.NOTHING.titled("two")));
            says(refusal, "update", "tag", "10");
        });
    }

    /** Goes where the other of its kind has not gone, and comes back when it has. */
    private static TicketType<HostJob> contrary(String name, String prefix, String other, boolean agrees) {
        return TicketType.named(name, prefix, HostJob.class, new HostJob(""))
                .onLinked(new LinkReaction<>(
                        LinkType.BLOCKED_BY,
                        Set.of(other),
                        Set.of(agrees ? StateCategory.ACTIVE : StateCategory.NEW),
                        (moved, ticket) -> true,
                        GO,
                        (moved, draft) -> {}))
                .onLinked(new LinkReaction<>(
                        LinkType.BLOCKED_BY,
                        Set.of(other),
                        Set.of(agrees ? StateCategory.NEW : StateCategory.ACTIVE),
                        (moved, ticket) -> true,
                        RETURN,
                        (moved, draft) -> {}))
                .livingBy(StandardActions.addTo(Lifecycle.<Step<HostJob>>named(name)
                                .initial(HERE)
                                .transition(GO)
                                .from(HERE)
                                .to(THERE)
                                .by(Role.AGENT)
                                .transition(RETURN)
                                .from(THERE)
                                .to(HERE)
                                .by(Role.AGENT)
                                .transition(END)
                                .from(HERE, THERE)
                                .to(OVER)
                                .by(Role.AGENT))
                        .build());
    }

    @Test
    void h52_tickets_that_react_to_each_other_do_not_play_ping_pong() {
        TicketType<HostJob> ping = contrary("ping", "PNG", "pong", true);
        TicketType<HostJob> pong = contrary("pong", "PON", "ping", false);
        Itsm on = scene().type(ping).type(pong).build();
        TicketId a = on.as(bob).tickets(ping).open(OpenTicket.titled("a")).id();
        TicketId b = on.as(bob).tickets(pong).open(OpenTicket.titled("b")).id();
        on.as(bob).tickets(ping).link(a, LinkType.BLOCKED_BY, b);
        refusedWithoutTrace(
                RuleViolated.class, "LINK_CYCLE", () -> on.as(bob).tickets(pong).link(b, LinkType.BLOCKED_BY, a));
        int before = heard.size();
        on.as(bob).tickets(pong).act(b, GO, null);
        assertThat(heard.subList(before, heard.size()))
                .extracting(event -> event.subjectId() + " " + event.action())
                .containsExactly(b.value() + " go", a.value() + " go");
    }

    @Test
    void h52_a_circle_of_practices_is_told_of_an_end_once_each() {
        Changes changes = itsm.as(bob).changes();
        TicketId change = changes.open(OpenTicket.titled("c")).id();
        TicketId problem = problem("p");
        TicketId incident = opened("i").id();
        problems().addFix(problem, change);
        problems().tickets().link(problem, LinkType.CAUSED_BY, change);
        incidents().tickets().link(incident, LinkType.CAUSED_BY, problem);
        incidents().tickets().link(incident, LinkType.RESOLVED_BY, change);
        incidents().hold(incident, HoldIncident.because(HoldReason.CHANGE));
        int before = heard.size();

        changes.cancel(change, "enough");

        assertThat(heard.subList(before, heard.size()))
                .extracting(event -> event.subjectId())
                .containsExactlyInAnyOrder(change.value(), problem.value(), incident.value());
    }
}
