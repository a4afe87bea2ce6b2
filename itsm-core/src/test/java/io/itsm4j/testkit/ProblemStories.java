package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.problem.AcceptRisk;
import io.itsm4j.problem.AcceptedRisk;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problem;
import io.itsm4j.problem.ProblemLifecycle;
import io.itsm4j.problem.ProblemOrigin;
import io.itsm4j.problem.ProblemPolicy;
import io.itsm4j.problem.Problems;
import io.itsm4j.problem.RecordCause;
import io.itsm4j.problem.Trend;
import io.itsm4j.problem.TrendRule;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.Link;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.LinkedTicket;
import io.itsm4j.ticket.Notification;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Problem management told as stories: from the incidents to their cause, and from the cause to its end. */
public abstract class ProblemStories extends Contract {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final Actor pat = Actor.of("acme", "pat", Role.AGENT, Role.PROBLEM_MANAGER);
    private final List<DomainEvent> heard = new ArrayList<>();
    private final List<Notification> told = new ArrayList<>();

    private Itsm itsm;
    private Problems problems;
    private Incidents desk;

    @BeforeEach
    void monday_nine_o_clock() {
        itsm = builder()
                .type(Works.TYPE)
                .problemPolicy(new ProblemPolicy(Set.of(Works.TYPE.name())))
                .listener(heard::add)
                .notifier(told::add)
                .build();
        problems = itsm.as(bob).problems();
        desk = itsm.as(bob).incidents();
    }

    private void days(int passed) {
        clock.advance(Duration.ofDays(passed));
    }

    private TicketId incident(String title) {
        return desk.open(OpenTicket.titled(title)
                        .requestedBy("alice")
                        .inCategory("network/vpn")
                        .touching("fw-1"))
                .id();
    }

    private TicketId assessed(String title) {
        TicketId id = problems.open(OpenProblem.titled(title)).id();
        problems.assess(id);
        return id;
    }

    private TicketId beingFixed(String title) {
        TicketId id = assessed(title);
        problems.analyse(id);
        problems.recordCause(id, RecordCause.of("a leak in the driver"));
        problems.beginFix(id);
        return id;
    }

    private TicketId work(String title) {
        return itsm.as(bob).tickets(Works.TYPE).open(OpenTicket.titled(title)).id();
    }

    private void end(TicketId work) {
        itsm.as(bob).tickets(Works.TYPE).act(work, Works.FINISH, null);
    }

    @Test
    void from_the_incident_to_the_cause_and_its_end() {
        TicketId incident = incident("VPN drops");
        TicketId id = problems.openBehind(incident, OpenProblem.titled(null).showing("tunnels drop every hour"))
                .id();
        problems.assess(id);
        problems.analyse(id);
        problems.recordCause(
                id,
                RecordCause.of("the firewall rekeys too early")
                        .by("5-WHYS")
                        .ofKind("CONFIGURATION")
                        .with("no test of long sessions"));
        problems.beginFix(id);
        days(2);
        problems.completeFix(id, "rekey interval set to 8 hours");
        problems.resolve(id);
        problems.close(id);

        Ticket<Problem> problem = problems.get(id);
        assertThat(problem.state()).isEqualTo(ProblemLifecycle.CLOSED);
        assertThat(problem.number()).isEqualTo("PRB0000001");
        assertThat(problem.details().rootCause().factors()).containsExactly("no test of long sessions");
        assertThat(problem.details().fixedAt()).isEqualTo(NINE.plus(Duration.ofDays(2)));
        assertThat(problem.details().recurrenceEnds()).isEqualTo(NINE.plus(Duration.ofDays(32)));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void what_the_incident_says_is_copied_and_both_know_of_each_other() {
        TicketId incident = desk.open(OpenTicket.titled("VPN drops")
                        .describedAs("every hour")
                        .requestedBy("alice")
                        .inCategory("network/vpn")
                        .onService("remote-work")
                        .touching("fw-1")
                        .rated(Impact.HIGH, Urgency.MEDIUM))
                .id();

        TicketId id = problems.openBehind(incident, OpenProblem.titled("Firewall rekeys"))
                .id();

        Ticket<Problem> problem = problems.get(id);
        assertThat(problem.title()).isEqualTo("Firewall rekeys");
        assertThat(problem.content().description()).isEqualTo("every hour");
        assertThat(problem.classification().category()).isEqualTo("network/vpn");
        assertThat(problem.classification().service()).isEqualTo("remote-work");
        assertThat(problem.classification().affected()).containsExactly("fw-1");
        assertThat(problem.classification().impact()).isEqualTo(Impact.HIGH);
        assertThat(problem.people().requester()).isEqualTo(bob.id());
        assertThat(desk.tickets().linked(incident, LinkType.CAUSED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(id);
        assertThat(problems.tickets().linkedTo(id, LinkType.CAUSED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(incident);
    }

    @Test
    void a_workaround_reaches_every_linked_open_incident_at_once() {
        TicketId waiting = incident("VPN drops at home");
        TicketId solved = incident("VPN drops on the train");
        TicketId other = incident("Printer is out of paper");
        desk.hold(waiting, HoldIncident.because(HoldReason.PROBLEM));
        desk.resolve(solved, ResolveIncident.with("FIXED", "reconnected"));
        TicketId id =
                problems.openBehind(waiting, OpenProblem.titled("Firewall")).id();
        problems.addIncident(id, solved);

        problems.publishWorkaround(id, "reconnect every 50 minutes");

        assertThat(desk.get(waiting).details().workaround()).isEqualTo("reconnect every 50 minutes");
        assertThat(itsm.as(alice).portal().comments(waiting, PageRequest.all()).items())
                .extracting(Comment::body)
                .containsExactly("reconnect every 50 minutes");
        assertThat(desk.get(solved).details().workaround()).isNull();
        assertThat(desk.get(other).details().workaround()).isNull();
        assertThat(problems.get(id).details().workaround()).isEqualTo("reconnect every 50 minutes");
        assertThat(journal(id).get(journal(id).size() - 1).data()).containsEntry("incidents", 1L);
    }

    @Test
    void a_refused_workaround_reaches_nobody() {
        TicketId incident = incident("VPN drops");
        TicketId id =
                problems.openBehind(incident, OpenProblem.titled("Firewall")).id();
        problems.cancel(id, "it was the cable");
        long version = desk.get(incident).version();

        refused(TransitionRefused.class, "TRANSITION", () -> problems.publishWorkaround(id, "reconnect"));

        assertThat(desk.get(incident).version()).isEqualTo(version);
    }

    @Test
    void what_a_supplier_tells_of_is_a_known_error_before_anybody_is_hit() {
        TicketId id = problems.open(
                        OpenProblem.titled("Firmware 7.1 leaks memory").from(ProblemOrigin.SUPPLIER))
                .id();
        problems.assess(id);
        problems.analyse(id);
        problems.recordCause(id, RecordCause.of("a leak, says the supplier"));
        problems.publishWorkaround(id, "restart on Sundays");
        problems.declareKnownError(id);

        TicketId later = incident("VPN drops");
        problems.addIncident(id, later);
        assertThat(desk.get(later).details().workaround())
                .as("until it is published again")
                .isNull();
        problems.publishWorkaround(id, "restart on Sundays");

        assertThat(problems.get(id).details().origin()).isEqualTo(ProblemOrigin.SUPPLIER);
        assertThat(problems.knownErrors(PageRequest.all()).items())
                .extracting(Ticket::id)
                .containsExactly(id);
        assertThat(desk.get(later).details().workaround()).isEqualTo("restart on Sundays");
    }

    @Test
    void a_known_error_has_a_cause_or_a_workaround_and_is_found_in_the_list() {
        TicketId id = assessed("Firewall rekeys");
        assessed("Something else");
        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> problems.declareKnownError(id));
        assertThat(refusal.failedGuards()).containsExactly("KNOWN_ERROR_NEEDS_CAUSE_OR_WORKAROUND");

        problems.publishWorkaround(id, "reconnect");
        problems.declareKnownError(id);

        assertThat(problems.knownErrors(PageRequest.all()).items())
                .extracting(Ticket::id)
                .containsExactly(id);
        problems.withdrawKnownError(id, "it is not the firewall");
        assertThat(problems.knownErrors(PageRequest.all()).items()).isEmpty();
    }

    @Test
    void resolved_only_when_it_is_fixed_or_lived_with() {
        TicketId id = assessed("Firewall rekeys");
        TransitionRefused early = refused(TransitionRefused.class, "GUARD", () -> problems.resolve(id));
        assertThat(early.failedGuards()).containsExactly("FIX_DONE_OR_RISK_ACCEPTED");
        TransitionRefused blind = refused(TransitionRefused.class, "GUARD", () -> problems.beginFix(id));
        assertThat(blind.failedGuards()).containsExactly("FIX_NEEDS_A_CAUSE");
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> problems.acceptRisk(id, AcceptRisk.until(NINE.plus(Duration.ofDays(90)), "too dear")));

        itsm.as(pat).problems().acceptRisk(id, AcceptRisk.until(NINE.plus(Duration.ofDays(90)), "too dear"));

        assertThat(problems.get(id).state()).isEqualTo(ProblemLifecycle.RESOLVED);
        assertThat(problems.get(id).details().risk())
                .isEqualTo(new AcceptedRisk(NINE.plus(Duration.ofDays(90)), pat.id(), "too dear"));
    }

    @Test
    void an_accepted_risk_ends_and_the_problem_comes_back_even_when_it_was_closed() {
        TicketId id = assessed("Firewall rekeys");
        problems.assign(id, Assign.to(null, "bob"));
        AcceptRisk yesterday = AcceptRisk.until(NINE.minus(Duration.ofDays(1)), "too late");
        refused(TransitionRefused.class, "GUARD", () -> itsm.as(pat).problems().acceptRisk(id, yesterday));
        itsm.as(pat).problems().acceptRisk(id, AcceptRisk.until(NINE.plus(Duration.ofDays(90)), "too dear"));
        problems.close(id);

        days(89);
        assertThat(itsm.processDue(100).done()).isZero();
        days(1);
        assertThat(itsm.processDue(100).done()).isEqualTo(1);

        assertThat(problems.get(id).state()).isEqualTo(ProblemLifecycle.ASSESSED);
        assertThat(problems.get(id).details().risk()).isNull();
        itsm.deliver(100);
        assertThat(told)
                .filteredOn(notice -> notice.event().name().equals("RiskReviewDue"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.people()).containsExactly(bob.id()));
    }

    @Test
    void analysed_again_when_the_fix_did_not_hold() {
        TicketId id = beingFixed("Leak");
        problems.completeFix(id, "new driver");
        problems.resolve(id);
        problems.close(id);

        problems.reanalyse(id, "it leaks again");

        Ticket<Problem> again = problems.get(id);
        assertThat(again.state()).isEqualTo(ProblemLifecycle.ROOT_CAUSE_ANALYSIS);
        assertThat(again.details().fixedAt()).isNull();
        assertThat(again.details().rootCause().cause()).isEqualTo("a leak in the driver");
        assertThat(again.times().reopens()).isEqualTo(1);
        refused(TransitionRefused.class, "GUARD", () -> problems.resolve(id));
    }

    @Test
    void a_duplicate_ends_and_its_links_move_to_the_original() {
        TicketId first = incident("VPN drops");
        TicketId both = incident("VPN drops too");
        TicketId original =
                problems.openBehind(both, OpenProblem.titled("Firewall")).id();
        TicketId duplicate =
                problems.openBehind(first, OpenProblem.titled("The same")).id();
        problems.addIncident(duplicate, both);
        desk.hold(first, HoldIncident.because(HoldReason.PROBLEM));
        TicketId fix = work("New firmware");
        problems.addFix(duplicate, fix);

        problems.markDuplicate(duplicate, original);

        assertThat(problems.get(duplicate).state()).isEqualTo(ProblemLifecycle.CLOSED);
        assertThat(problems.tickets().links(duplicate)).extracting(Link::type).containsExactly(LinkType.DUPLICATE_OF);
        assertThat(problems.tickets().linkedTo(original, LinkType.CAUSED_BY))
                .extracting(LinkedTicket::id)
                .containsExactlyInAnyOrder(first, both);
        assertThat(problems.tickets().linked(original, LinkType.FIXED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(fix);
        assertThat(desk.get(first).state())
                .as("goes on waiting for the original")
                .isEqualTo(IncidentLifecycle.ON_HOLD);
        problems.publishWorkaround(original, "reconnect");
        assertThat(desk.get(first).details().workaround()).isEqualTo("reconnect");

        problems.reanalyse(duplicate, "it is another one after all");
        assertThat(problems.tickets().links(duplicate)).isEmpty();
    }

    @Test
    void no_problem_is_a_duplicate_of_itself_or_in_a_circle() {
        TicketId one = assessed("one");
        TicketId two = assessed("two");
        refused(RuleViolated.class, "LINK_SELF", () -> problems.markDuplicate(one, one));
        problems.tickets().link(two, LinkType.DUPLICATE_OF, one);
        refused(RuleViolated.class, "LINK_CYCLE", () -> problems.markDuplicate(one, two));
        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> problems.markDuplicate(one, TicketId.of("01890000-0000-7000-8000-000000000000")));
        TicketId busy = assessed("busy");
        problems.tickets().addTask(busy, AddTask.titled("look at the log"));
        TransitionRefused orphan = refused(TransitionRefused.class, "GUARD", () -> problems.markDuplicate(busy, one));
        assertThat(orphan.failedGuards()).containsExactly("NO_OPEN_TASKS");
    }

    @Test
    void the_owner_is_told_when_all_fixing_changes_are_done() {
        TicketId id = beingFixed("Leak");
        problems.assign(id, Assign.to(null, "bob"));
        TicketId driver = work("New driver");
        TicketId firmware = work("New firmware");
        problems.addFix(id, driver);
        problems.addFix(id, firmware);
        TransitionRefused open = refused(TransitionRefused.class, "GUARD", () -> problems.completeFix(id, "done"));
        assertThat(open.failedGuards()).containsExactly("FIXING_CHANGES_ARE_DONE");

        itsm.as(carol).tickets(Works.TYPE).act(driver, Works.FINISH, null);
        assertThat(heard)
                .extracting(DomainEvent::name)
                .contains("FixingChangeEnded")
                .doesNotContain("FixingChangesDone");
        itsm.as(carol).tickets(Works.TYPE).act(firmware, Works.FINISH, null);

        assertThat(heard).extracting(DomainEvent::name).contains("FixingChangesDone");
        itsm.deliver(100);
        assertThat(told)
                .filteredOn(notice -> notice.event().name().equals("FixingChangesDone"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.people()).containsExactly(bob.id()));
        problems.completeFix(id, "new driver and firmware");
        problems.resolve(id);
        assertThat(problems.get(id).state()).isEqualTo(ProblemLifecycle.RESOLVED);
    }

    @Test
    void a_problem_does_not_end_under_the_changes_that_are_made_for_it() {
        TicketId id = beingFixed("Leak");
        TicketId change = work("New driver");
        problems.addFix(id, change);

        TransitionRefused cancelled = refused(TransitionRefused.class, "GUARD", () -> problems.cancel(id, "no money"));
        assertThat(cancelled.failedGuards()).containsExactly("NO_OPEN_FIXING_CHANGES");
        end(change);
        problems.cancel(id, "no money");
        assertThat(problems.get(id).state()).isEqualTo(ProblemLifecycle.CANCELLED);
    }

    @Test
    void whoever_waits_for_a_problem_goes_on_when_it_is_over() {
        TicketId forOne = incident("waits for one");
        TicketId forTwo = incident("waits for two");
        TicketId vendor = incident("waits for the vendor");
        TicketId cancelled =
                problems.openBehind(forOne, OpenProblem.titled("one")).id();
        TicketId resolved =
                problems.openBehind(forTwo, OpenProblem.titled("two")).id();
        problems.addIncident(cancelled, forTwo);
        problems.addIncident(cancelled, vendor);
        desk.hold(forOne, HoldIncident.because(HoldReason.PROBLEM));
        desk.hold(forTwo, HoldIncident.because(HoldReason.PROBLEM));
        desk.hold(vendor, HoldIncident.because(HoldReason.VENDOR));

        problems.cancel(cancelled, "cannot be reproduced");
        assertThat(desk.get(forOne).state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(desk.get(forTwo).state()).isEqualTo(IncidentLifecycle.ON_HOLD);
        assertThat(desk.get(vendor).state()).isEqualTo(IncidentLifecycle.ON_HOLD);

        problems.assess(resolved);
        itsm.as(pat).problems().acceptRisk(resolved, AcceptRisk.until(NINE.plus(Duration.ofDays(9)), "rare"));
        assertThat(desk.get(forTwo).state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void trends_are_proposed_and_nothing_is_opened_unless_asked() {
        TicketId one = incident("Disk 3 is full!");
        days(1);
        TicketId two = incident("disk 12 is full");
        TrendRule rule = TrendRule.STANDARD.from(Trend.By.CI, 3).from(Trend.By.SYMPTOM, 2);

        List<Trend> found = problems.trends(rule, clock.instant());

        assertThat(found).singleElement().satisfies(trend -> {
            assertThat(trend.by()).isEqualTo(Trend.By.SYMPTOM);
            assertThat(trend.value()).isEqualTo("disk is full");
            assertThat(trend.incidents()).containsExactly(one, two);
            assertThat(trend.repeats()).isNull();
        });
        assertThat(problems.page(PageRequest.all()).items()).isEmpty();

        Ticket<Problem> proposed = problems.propose(found.get(0), "Disks fill up");
        assertThat(proposed.details().origin()).isEqualTo(ProblemOrigin.TREND_ANALYSIS);
        assertThat(problems.tickets().linkedTo(proposed.id(), LinkType.CAUSED_BY))
                .extracting(LinkedTicket::id)
                .containsExactlyInAnyOrder(one, two);
        assertThat(problems.trends(rule, clock.instant()))
                .as("what an open problem is behind of is no trend any more")
                .isEmpty();
    }

    @Test
    void old_incidents_make_no_trend() {
        TrendRule rule = TrendRule.STANDARD.from(Trend.By.SYMPTOM, 2);
        incident("Disk is full");
        days(31);
        TicketId one = incident("Disk is full");
        assertThat(problems.trends(rule, clock.instant())).isEmpty();

        TicketId two = incident("Disk is full");
        assertThat(problems.trends(rule, clock.instant()))
                .singleElement()
                .satisfies(trend -> assertThat(trend.incidents()).containsExactlyInAnyOrder(one, two));
    }

    @Test
    void the_same_after_a_fix_is_a_repeat_within_the_recurrence_window_only() {
        TicketId id = problems.open(
                        OpenProblem.of(OpenTicket.titled("Firewall rekeys").touching("fw-1"))
                                .recurringWithin(10))
                .id();
        problems.assess(id);
        problems.recordCause(id, RecordCause.of("too early"));
        problems.beginFix(id);
        problems.completeFix(id, "later");
        problems.resolve(id);
        days(9);
        TicketId again = incident("VPN drops");
        days(2);
        incident("VPN drops");

        assertThat(problems.trends(TrendRule.STANDARD, clock.instant()))
                .singleElement()
                .satisfies(trend -> {
                    assertThat(trend.repeats()).isEqualTo(id);
                    assertThat(trend.by()).isEqualTo(Trend.By.CI);
                    assertThat(trend.incidents()).containsExactly(again);
                });
    }

    @Test
    void the_journal_tells_the_story() {
        TicketId id = beingFixed("Leak");
        problems.completeFix(id, "new driver");
        problems.resolve(id);

        assertThat(journal(id))
                .extracting(JournalEntry::event)
                .containsExactly(
                        "TicketOpened",
                        "ProblemAssessed",
                        "ProblemAnalysed",
                        "RootCauseRecorded",
                        "FixBegun",
                        "FixCompleted",
                        "TicketResolved");
    }

    private List<JournalEntry> journal(TicketId id) {
        return problems.tickets().journal(id, PageRequest.all()).items();
    }

    @Test
    void requesters_see_nothing_of_problems() {
        TicketId incident = incident("VPN drops");
        TicketId id =
                problems.openBehind(incident, OpenProblem.titled("Firewall")).id();

        assertThat(itsm.as(alice).portal().find(id)).isEmpty();
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(alice).problems().find(id));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(alice).problems().open(OpenProblem.titled("mine")));
    }

    @Test
    void a_person_is_taken_out_of_a_problem() {
        TicketId id = assessed("Firewall rekeys");
        itsm.as(pat).problems().acceptRisk(id, AcceptRisk.until(NINE.plus(Duration.ofDays(90)), "too dear"));

        itsm.erase(ACME, pat.id());

        AcceptedRisk risk = problems.get(id).details().risk();
        assertThat(risk).isNotNull();
        assertThat(risk.by()).isNotEqualTo(pat.id());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void an_incident_knows_its_problem_by_id() {
        TicketId incident = incident("VPN drops");
        TicketId id =
                problems.openBehind(incident, OpenProblem.titled("Firewall")).id();

        Ticket<Incident> seen = desk.get(incident);
        assertThat(desk.tickets().links(seen.id())).singleElement().satisfies(link -> {
            assertThat(link.from()).isEqualTo(incident);
            assertThat(link.type()).isEqualTo(LinkType.CAUSED_BY);
            assertThat(link.to()).isEqualTo(id);
        });
    }

    @Test
    void no_action_says_by_name_alone_what_its_verb_would_have_to_say() {
        TicketId id = beingFixed("driver leaks");

        bare(id, ProblemLifecycle.MARK_DUPLICATE, "HAS_AN_ORIGINAL");
        bare(id, ProblemLifecycle.PUBLISH_WORKAROUND, "WORKAROUND_IS_GIVEN");
        bare(id, ProblemLifecycle.COMPLETE_FIX, "FIX_IS_DESCRIBED");
        bare(assessed("disk full"), ProblemLifecycle.RECORD_CAUSE, "CAUSE_IS_RECORDED");
        problems.tickets().act(id, ProblemLifecycle.DECLARE_KNOWN_ERROR, null);
        assertThat(problems.get(id).details().knownErrorAt()).isEqualTo(NINE);
        problems.tickets().act(id, ProblemLifecycle.WITHDRAW_KNOWN_ERROR, null);
        assertThat(problems.get(id).details().knownError()).isFalse();
    }

    @Test
    void taken_up_again_by_name_alone_it_is_neither_fixed_nor_a_duplicate() {
        TicketId fixed = beingFixed("driver leaks");
        problems.completeFix(fixed, "driver 2.1");
        problems.resolve(fixed);
        TicketId twin = assessed("driver eats memory");
        problems.markDuplicate(twin, fixed);

        problems.tickets().act(fixed, ProblemLifecycle.REANALYSE, "it is back");
        problems.tickets().act(twin, ProblemLifecycle.REANALYSE, "it is another one");

        assertThat(problems.get(fixed).details().fixedAt()).isNull();
        assertThat(problems.tickets().links(twin)).isEmpty();
        bare(fixed, ProblemLifecycle.RESOLVE, "FIX_DONE_OR_RISK_ACCEPTED");
    }

    private void bare(TicketId id, Action action, String guard) {
        long version = problems.get(id).version();
        TransitionRefused refusal = refused(
                TransitionRefused.class, "GUARD", () -> problems.tickets().act(id, action, null));
        assertThat(refusal.failedGuards()).containsExactly(guard);
        assertThat(problems.get(id).version()).isEqualTo(version);
    }
}
