package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.CloseRule;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An action that is carried out by its name alone meets every rule that its verb meets. */
public abstract class BareActionContract extends Contract {

    private Itsm itsm;
    private Incidents desk;
    private Incidents lead;

    @BeforeEach
    void begin() {
        itsm = builder().build();
        desk = itsm.as(bob).incidents();
        lead = itsm.as(mia).incidents();
    }

    private TicketId open(String title) {
        return desk.open(OpenTicket.titled(title)).id();
    }

    private TicketId major(String title) {
        TicketId id = open(title);
        desk.proposeMajor(id, "all shops are hit");
        lead.acceptMajor(id);
        return id;
    }

    private void refusedBare(Incidents who, TicketId id, Action action, String... guards) {
        long version = desk.get(id).version();
        TransitionRefused refusal =
                refused(TransitionRefused.class, "GUARD", () -> who.tickets().act(id, action, null));
        assertThat(refusal.failedGuards()).containsExactlyInAnyOrder(guards);
        assertThat(desk.get(id).version()).isEqualTo(version);
    }

    @Test
    void merges_nothing_and_takes_no_merge_back_without_the_other_ticket() {
        TicketId id = open("no network");
        TicketId original = open("switch down");

        refused(RuleViolated.class, "MERGE_TARGET", () -> desk.tickets().act(id, IncidentLifecycle.MERGE, null));
        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.NEW);

        desk.tickets().merge(id, original);
        refused(RuleViolated.class, "MERGE_TARGET", () -> desk.tickets().act(id, IncidentLifecycle.UNDO_MERGE, null));
        assertThat(desk.get(id).state()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(desk.tickets().links(id)).hasSize(1);
        assertThat(desk.tickets().undoMerge(id).family().mergedInto()).isNull();
    }

    @Test
    void merges_neither_a_major_incident_nor_one_with_open_tasks() {
        TicketId original = open("switch down");
        TicketId major = major("all shops down");
        TicketId busy = open("no network");
        desk.tickets().addTask(busy, AddTask.titled("look at the cable"));

        TransitionRefused first =
                refused(TransitionRefused.class, "GUARD", () -> desk.tickets().merge(major, original));
        TransitionRefused second =
                refused(TransitionRefused.class, "GUARD", () -> desk.tickets().merge(busy, original));

        assertThat(first.failedGuards()).containsExactly("MAJOR_IS_DEMOTED_FIRST");
        assertThat(second.failedGuards()).containsExactly("NO_OPEN_TASKS");
        lead.demoteMajor(major, "one shop only");
        assertThat(desk.tickets().merge(major, original).state()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(desk.get(original).version()).isEqualTo(2);
    }

    @Test
    void cancels_no_major_incident_and_no_parent_of_open_ones() {
        TicketId major = major("all shops down");
        TicketId parent = open("line down");
        TicketId child = desk.open(OpenTicket.titled("no phone").under(parent)).id();

        TransitionRefused first = refused(TransitionRefused.class, "GUARD", () -> desk.cancel(major, "not so bad"));
        TransitionRefused second =
                refused(TransitionRefused.class, "GUARD", () -> desk.cancel(parent, "reported twice"));

        assertThat(first.failedGuards()).containsExactly("MAJOR_IS_DEMOTED_FIRST");
        assertThat(second.failedGuards()).containsExactly("NO_OPEN_CHILDREN");
        desk.cancel(child, "reported twice");
        assertThat(desk.cancel(parent, "reported twice").state()).isEqualTo(IncidentLifecycle.CANCELLED);
    }

    @Test
    void cancels_a_parent_over_open_children_where_they_are_not_looked_at() {
        Incidents loose = builder()
                .incidentPolicy(IncidentPolicy.STANDARD.children(CloseRule.IGNORE))
                .build()
                .as(bob)
                .incidents();
        TicketId parent = loose.open(OpenTicket.titled("line down")).id();
        TicketId child = loose.open(OpenTicket.titled("no phone").under(parent)).id();

        loose.cancel(parent, "reported twice");

        assertThat(loose.get(parent).state()).isEqualTo(IncidentLifecycle.CANCELLED);
        assertThat(loose.get(child).state()).isEqualTo(IncidentLifecycle.NEW);
    }

    @Test
    void answers_helps_reports_and_clears_nothing_by_name_alone() {
        TicketId id = open("no network");

        refusedBare(desk, id, IncidentLifecycle.RESPOND, "IS_SAID_IN_PUBLIC");
        refusedBare(desk, id, IncidentLifecycle.WORKAROUND, "WORKAROUND_IS_GIVEN", "IS_SAID_IN_PUBLIC");
        refusedBare(desk, id, IncidentLifecycle.ALERT, "ALERT_IS_COUNTED");
        refusedBare(
                desk,
                id,
                IncidentLifecycle.CLEAR,
                "ALERT_IS_COUNTED",
                "RESOLUTION_NEEDS_A_CODE",
                "RESOLUTION_NEEDS_NOTES");
        assertThat(desk.get(id).times().firstRespondedAt()).isNull();

        desk.resolve(id, ResolveIncident.with("FIXED", "plugged in"));
        refusedBare(desk, id, IncidentLifecycle.FAULT_REPORT, "FAULT_REPORT_IS_FILED", "IS_SAID_IN_PUBLIC");
        assertThat(desk.fileFaultReport(id, "the plug was loose").version()).isEqualTo(3);
    }

    @Test
    void replies_for_a_caller_only_with_what_they_said() {
        TicketId id = open("no network");
        desk.hold(id, io.itsm4j.incident.HoldIncident.untilCallerAnswers("Which room?"));

        refusedBare(desk, id, IncidentLifecycle.REPLY, "IS_SAID_IN_PUBLIC");
        assertThat(desk.reply(id, "Room 2").state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
    }

    @Test
    void communicates_and_reviews_a_major_incident_only_with_words() {
        TicketId id = major("all shops down");

        refusedBare(lead, id, IncidentLifecycle.COMMUNICATE, "MESSAGE_IS_LOGGED", "IS_SAID_IN_PUBLIC");
        lead.communicate(id, "we are on it");
        lead.resolve(id, ResolveIncident.with("FIXED", "rerouted"));
        refusedBare(lead, id, IncidentLifecycle.REVIEW_MAJOR, "REVIEW_HAS_AN_OUTCOME");
        lead.reviewMajor(id, "no spare line");
        refusedBare(lead, id, IncidentLifecycle.REVIEW_MAJOR, "REVIEW_HAS_AN_OUTCOME");
    }

    @Test
    void does_by_name_alone_what_needs_no_words() {
        TicketId id = open("all shops down");

        desk.tickets().act(id, IncidentLifecycle.ARRIVE, null);
        desk.tickets().act(id, IncidentLifecycle.PROPOSE_MAJOR, "all shops are hit");
        assertThat(desk.get(id).details().major()).isEqualTo(Incident.Major.PROPOSED);
        lead.tickets().act(id, IncidentLifecycle.ACCEPT_MAJOR, null);
        assertThat(desk.get(id).details().major()).isEqualTo(Incident.Major.ACCEPTED);
        assertThat(desk.get(id).details().majorManager()).isEqualTo(mia.id());
        lead.tickets().act(id, IncidentLifecycle.DEMOTE_MAJOR, "one shop only");
        assertThat(desk.get(id).details().major()).isEqualTo(Incident.Major.DEMOTED);
        desk.tickets().act(id, IncidentLifecycle.PROPOSE_MAJOR, null);
        lead.tickets().act(id, IncidentLifecycle.REJECT_MAJOR, null);
        desk.resolve(id, ResolveIncident.with("FIXED", "rerouted"));
        desk.tickets().act(id, IncidentLifecycle.CALL_BACK, null);

        Incident after = desk.get(id).details();
        assertThat(after.major()).isEqualTo(Incident.Major.REJECTED);
        assertThat(List.of(String.valueOf(after.onSiteAt()), String.valueOf(after.calledBackAt())))
                .containsOnly("2026-03-02T09:00:00Z");
        assertThat(desk.tickets().journal(id, PageRequest.all()).items())
                .filteredOn(entry -> entry.action().equals("accept-major"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes()).isNotEmpty());
    }
}
