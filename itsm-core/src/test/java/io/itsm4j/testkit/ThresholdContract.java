package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Conflict;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.Threshold;
import io.itsm4j.sla.ThresholdAction;
import io.itsm4j.sla.WaiveBreach;
import io.itsm4j.sla.Waiver;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.DueReport;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows when a level of a clock is reached, once and whatever else happens; and breaches that are waived. */
public abstract class ThresholdContract extends MeasuredContract {

    @Test
    void escalates_in_one_step_whatever_was_reached_meanwhile() {
        Threshold half = Threshold.at(
                50, new ThresholdAction.Notify(Set.of(ThresholdAction.Audience.GROUP)), escalation("network"));
        Threshold most = Threshold.at(
                75,
                escalation("network"),
                new ThresholdAction.RaisePriority(Priority.CRITICAL),
                new ThresholdAction.AddTaskFor("Call the customer", "desk"));
        Itsm itsm = itsm(gold().promising(within(Metric.RESOLUTION, 4).warning(half, most)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(bob).serviceLevels();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        assertThat(incidents.get(id).due().at()).isEqualTo(time("2026-03-02T11:00:00Z"));

        clock.set(time("2026-03-02T15:00:00Z"));
        assertThat(itsm.processDue(100).done()).isEqualTo(1);
        assertThat(itsm.processDue(100).done()).isZero();

        Ticket<Incident> ticket = incidents.get(id);
        assertThat(ticket.assignment().tier()).isEqualTo(2);
        assertThat(ticket.assignment().escalations()).isEqualTo(1);
        assertThat(ticket.assignment().group().value()).isEqualTo("network");
        assertThat(ticket.priority()).isEqualTo(Priority.CRITICAL);
        assertThat(incidents.tickets().tasks(id, PageRequest.all()).items()).hasSize(1);
        List<JournalEntry> journal =
                incidents.tickets().journal(id, PageRequest.all()).items();
        assertThat(journal).extracting(JournalEntry::event).containsExactly("TicketOpened", "ServiceLevelBreached");
        assertThat(((List<?>) journal.get(1).data().get("reached"))
                        .stream().map(item -> String.valueOf(((Map<?, ?>) item).get("level"))))
                .containsExactly("50", "75", "breach");
        assertReplays(levels, id);
        incidents.resolve(id, FIXED);
        assertReplays(levels, id);
    }

    @Test
    void a_threshold_that_raises_the_priority_to_a_target_that_is_late_already_is_followed_by_its_breach() {
        Threshold most = Threshold.at(
                75,
                new ThresholdAction.Notify(Set.of(ThresholdAction.Audience.GROUP)),
                new ThresholdAction.RaisePriority(Priority.HIGH));
        Itsm itsm = itsm(Agreement.sla(
                "gold",
                "Gold",
                within(Metric.RESOLUTION, 4).when("high", Fact.PRIORITY.is(Priority.HIGH)),
                within(Metric.RESOLUTION, 8)
                        .when("rest", Fact.PRIORITY.after(Priority.HIGH))
                        .warning(most)));
        Incidents incidents = itsm.as(bob).incidents();
        ServiceLevels levels = itsm.as(bob).serviceLevels();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        assertThat(incidents.get(id).due().at()).isEqualTo(time("2026-03-02T15:00:00Z"));

        clock.set(time("2026-03-02T15:00:00Z"));
        assertThat(itsm.processDue(100)).isEqualTo(new DueReport(1, 0, 0, false));
        assertThat(incidents.get(id).priority()).isEqualTo(Priority.HIGH);
        assertThat(clock(levels, id, Metric.RESOLUTION).target()).isEqualTo("high");
        assertThat(clock(levels, id, Metric.RESOLUTION).breachedAt()).isEqualTo(time("2026-03-02T13:00:00Z"));
        assertThat(itsm.processDue(100)).isEqualTo(new DueReport(1, 0, 0, false));
        assertThat(itsm.processDue(100)).isEqualTo(new DueReport(0, 0, 0, false));

        assertThat(incidents.tickets().journal(id, PageRequest.all()).items())
                .extracting(JournalEntry::event)
                .containsExactly("TicketOpened", "ServiceLevelReached", "ServiceLevelBreached");
        assertReplays(levels, id);
    }

    @Test
    void an_action_that_a_rule_forbids_keeps_the_others_from_nothing() {
        Threshold half = Threshold.at(
                50,
                new ThresholdAction.AddTaskFor("Call the customer", "desk"),
                escalation("network"),
                new ThresholdAction.Notify(Set.of(ThresholdAction.Audience.GROUP)));
        Itsm itsm = itsm(gold().promising(within(Metric.RESOLUTION, 4).warning(half)));
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        for (int i = 0; i < Task.MOST; i++) {
            incidents.tickets().addTask(id, AddTask.titled("Step " + i));
        }
        clock.advance(Duration.ofHours(2));
        assertThat(itsm.processDue(100)).isEqualTo(new DueReport(1, 0, 0, false));

        assertThat(incidents.get(id).assignment().group()).isEqualTo(GroupId.of("network"));
        assertThat(incidents.get(id).assignment().tier()).isEqualTo(2);
        JournalEntry entry = reached(incidents, id);
        assertThat(entry.data().get("audience")).isEqualTo(List.of("GROUP"));
        assertThat(entry.data().get("notDone")).isEqualTo(List.of(Map.of("action", "task", "code", "TOO_MANY")));
        assertReplays(itsm.as(bob).serviceLevels(), id);
    }

    private static JournalEntry reached(Incidents incidents, TicketId id) {
        return incidents.tickets().journal(id, PageRequest.<JournalEntry>all().ofSize(500)).items().stream()
                .filter(entry -> entry.action().equals("keep-time"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void escalates_to_a_manager_although_the_assignee_has_left() {
        Staff staff = new Staff().person("bob", Set.of(Role.AGENT), "network");
        Threshold half = Threshold.at(50, new ThresholdAction.EscalateTo(Escalate.Kind.HIERARCHIC, null, null));
        Itsm itsm = with(
                builder().directory(staff).build(),
                gold().promising(within(Metric.RESOLUTION, 4).warning(half)));
        Incidents incidents = itsm.as(carol).incidents();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        incidents.assign(id, Assign.to("network", "bob"));
        staff.leaves("bob");
        clock.advance(Duration.ofHours(2));

        assertThat(itsm.processDue(100)).isEqualTo(new DueReport(1, 0, 0, false));
        assertThat(incidents.get(id).assignment().escalations()).isEqualTo(1);
        refused(RuleViolated.class, "ASSIGNEE_DISABLED", () -> incidents.assign(id, Assign.to("desk", "bob")));
    }

    @Test
    void tells_whom_a_threshold_names_and_calls_the_host_with_a_key() {
        List<String> told = new ArrayList<>();
        List<String> called = new ArrayList<>();
        Threshold half = Threshold.at(
                50,
                new ThresholdAction.Notify(
                        Set.of(ThresholdAction.Audience.ASSIGNEE, ThresholdAction.Audience.REQUESTER)),
                new ThresholdAction.Call("pager"));
        Itsm itsm = with(
                builder()
                        .notifier(notification -> {
                            if (notification.event().name().equals("ServiceLevelReached")) {
                                notification.people().forEach(person -> told.add(person.value()));
                            }
                        })
                        .thresholdHandler("pager", (key, event) -> called.add(key))
                        .build(),
                gold().promising(within(Metric.RESOLUTION, 4).warning(half)));
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = itsm.as(bob)
                .incidents()
                .open(OpenTicket.titled("VPN").requestedBy("alice"))
                .id();
        incidents.assign(id, Assign.to("network", "bob"));
        clock.advance(Duration.ofHours(2));
        itsm.processDue(100);
        itsm.deliver(100);

        assertThat(told).containsExactlyInAnyOrder("alice", "bob");
        assertThat(called).hasSize(1);
        assertThat(called.get(0)).hasSize(64);
    }

    @Test
    void tells_nobody_again_within_the_quiet_time() {
        ThresholdAction tell = new ThresholdAction.Notify(Set.of(ThresholdAction.Audience.GROUP));
        Itsm itsm = itsm(gold().promising(within(Metric.RESOLUTION, 4)
                        .warning(Threshold.at(25, tell), Threshold.at(50, tell), Threshold.at(75, tell)))
                .quietFor(Duration.ofMinutes(90)));
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        for (int hour = 1; hour <= 3; hour++) {
            clock.advance(Duration.ofHours(1));
            itsm.processDue(100);
        }
        assertThat(incidents.tickets().journal(id, PageRequest.all()).items().stream()
                        .skip(1)
                        .map(entry -> entry.data().containsKey("audience")))
                .containsExactly(true, false, true);
        assertReplays(itsm.as(bob).serviceLevels(), id);
    }

    @Test
    void the_quiet_time_of_one_agreement_silences_no_other() {
        ThresholdAction assignee = new ThresholdAction.Notify(Set.of(ThresholdAction.Audience.ASSIGNEE));
        ThresholdAction group = new ThresholdAction.Notify(Set.of(ThresholdAction.Audience.GROUP));
        Itsm itsm = itsm(
                Agreement.sla("loud", "Loud", within(Metric.RESOLUTION, 3).warning(Threshold.at(100, assignee))),
                Agreement.sla(
                                "shy",
                                "Shy",
                                within(Metric.RESOLUTION, 4).warning(Threshold.at(50, group), Threshold.at(75, group)))
                        .quietFor(Duration.ofHours(2)));
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        at("11:00:00");
        itsm.processDue(100);
        at("12:00:00");
        itsm.processDue(100);

        List<JournalEntry> journal =
                incidents.tickets().journal(id, PageRequest.all()).items();
        assertThat(journal).hasSize(3);
        assertThat(journal.get(1).data().get("audience")).isEqualTo(List.of("GROUP"));
        assertThat(journal.get(2).data().get("audience")).isEqualTo(List.of("ASSIGNEE"));
        assertThat(journal.get(2).data().get("notToldYetAgain")).isEqualTo(List.of("GROUP"));
        assertReplays(itsm.as(bob).serviceLevels(), id);
    }

    @Test
    void a_breach_is_waived_by_a_record_of_its_own_and_stays_a_breach() {
        Itsm itsm = itsm(gold());
        Incidents incidents = itsm.as(bob).incidents();
        TicketId id = incidents.open(OpenTicket.titled("VPN")).id();
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        SlaClock response = clock(levels, id, Metric.RESPONSE);
        refused(RuleViolated.class, "WAIVER_NO_BREACH", () -> levels.waive(WaiveBreach.of(response, "storm")));
        clock.advance(Duration.ofHours(2));
        itsm.processDue(100);

        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(bob).serviceLevels().waive(WaiveBreach.of(response, "storm")));
        refused(InvalidInput.class, "REQUIRED", () -> levels.waive(WaiveBreach.of(response, " ")));
        Waiver waiver = levels.waive(WaiveBreach.of(response, "storm"));
        assertThat(waiver.approvedBy().value()).isEqualTo("carol");
        assertThat(waiver.breachedAt()).isEqualTo(time("2026-03-02T10:00:00Z"));
        assertThat(levels.waivers(id)).containsExactly(waiver);
        assertThat(clock(levels, id, Metric.RESPONSE).breachedAt()).isEqualTo(time("2026-03-02T10:00:00Z"));
        refused(Conflict.class, "DUPLICATE", () -> levels.waive(WaiveBreach.of(response, "again")));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void nobody_waives_a_breach_of_their_own() {
        Itsm itsm = itsm(gold());
        TicketId id = itsm.as(carol).incidents().open(OpenTicket.titled("VPN")).id();
        itsm.as(carol).incidents().assign(id, Assign.to("desk", "carol"));
        clock.advance(Duration.ofHours(2));
        itsm.processDue(100);
        ServiceLevels levels = itsm.as(carol).serviceLevels();
        refused(
                RuleViolated.class,
                "WAIVER_OWN",
                () -> levels.waive(WaiveBreach.of(clock(levels, id, Metric.RESPONSE), "storm")));
    }
}
