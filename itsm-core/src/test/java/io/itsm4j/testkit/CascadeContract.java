package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.incident.IncidentVerbs;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.MonitoringAlert;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.State;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.CloseRule;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a parent passes on to its children, and what open children mean for it when it closes. */
public abstract class CascadeContract extends Contract {

    private static final ResolveIncident FIXED = ResolveIncident.with("FIXED", "line repaired");

    private Itsm itsm;
    private Incidents incidents;
    private TicketId parent;
    private TicketId child;
    private TicketId grandchild;

    private void family(IncidentPolicy policy) {
        itsm = builder().incidentPolicy(policy).build();
        incidents = itsm.as(bob).incidents();
        family();
    }

    private void family() {
        parent = incidents.open(OpenTicket.titled("line down")).id();
        child = incidents.open(OpenTicket.titled("no phone").under(parent)).id();
        grandchild = incidents.open(OpenTicket.titled("no fax").under(child)).id();
    }

    private State state(TicketId id) {
        return incidents.get(id).state();
    }

    private List<String> events(TicketId id) {
        return incidents.tickets().journal(id, PageRequest.all()).items().stream()
                .map(JournalEntry::event)
                .toList();
    }

    @Test
    void passes_a_resolution_on_to_the_whole_tree() {
        family(IncidentPolicy.STANDARD);

        incidents.resolve(parent, FIXED);

        assertThat(List.of(state(parent), state(child), state(grandchild))).containsOnly(IncidentLifecycle.RESOLVED);
        assertThat(incidents.get(grandchild).details().resolutionNotes()).isEqualTo("line repaired");
        assertThat(events(grandchild)).containsExactly("TicketOpened", "TicketResolved");
    }

    @Test
    void passes_over_children_whose_state_does_not_allow_it() {
        family(IncidentPolicy.STANDARD.children(CloseRule.IGNORE, "resolve"));
        incidents.cancel(child, "reported twice");

        incidents.resolve(parent, FIXED);

        assertThat(state(parent)).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(state(child)).isEqualTo(IncidentLifecycle.CANCELLED);
        assertThat(state(grandchild)).isEqualTo(IncidentLifecycle.NEW);
    }

    @Test
    void passes_hold_and_reopen_on_when_the_policy_says_so_and_nothing_else() {
        family(IncidentPolicy.STANDARD.children(CloseRule.BLOCK, "hold", "reopen"));

        incidents.hold(parent, HoldIncident.because(HoldReason.VENDOR));
        assertThat(List.of(state(parent), state(child), state(grandchild))).containsOnly(IncidentLifecycle.ON_HOLD);
        assertThat(incidents.get(grandchild).pendingReason()).contains("VENDOR");

        incidents.resolve(parent, FIXED);
        assertThat(state(child)).isEqualTo(IncidentLifecycle.ON_HOLD);
        incidents.resolve(child, FIXED);
        incidents.reopen(parent, "not repaired");

        assertThat(state(parent)).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(state(child)).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(incidents.get(child).details().resolutionCode()).isNull();
        assertThat(incidents.get(child).times().reopens()).isEqualTo(1);
        assertThat(state(grandchild)).isEqualTo(IncidentLifecycle.ON_HOLD);
    }

    @Test
    void keeps_a_parent_open_over_open_children() {
        family(IncidentPolicy.STANDARD);
        incidents.resolve(parent, FIXED);

        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> incidents.close(parent));
        assertThat(refusal.failedGuards()).containsExactly("NO_OPEN_CHILDREN");
        incidents.close(grandchild);
        incidents.close(child);
        incidents.close(parent);

        assertThat(state(parent)).isEqualTo(IncidentLifecycle.CLOSED);
    }

    @Test
    void ends_open_children_with_their_parent() {
        family(IncidentPolicy.STANDARD.children(CloseRule.CASCADE));
        incidents.resolve(parent, FIXED);
        assertThat(state(child)).isEqualTo(IncidentLifecycle.NEW);

        incidents.close(parent);

        assertThat(List.of(state(parent), state(child), state(grandchild))).containsOnly(IncidentLifecycle.CLOSED);
        assertThat(incidents.get(child).details().resolutionCode()).isEqualTo("PARENT_CLOSED");
        assertThat(events(grandchild)).containsExactly("TicketOpened", "TicketResolved", "TicketClosed");
        assertThat(incidents.get(grandchild).version()).isEqualTo(3);
    }

    @Test
    void lets_a_parent_close_and_leaves_its_children() {
        family(IncidentPolicy.STANDARD.children(CloseRule.IGNORE));
        incidents.resolve(parent, FIXED);

        incidents.close(parent);

        assertThat(state(parent)).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(state(child)).isEqualTo(IncidentLifecycle.NEW);
    }

    @Test
    void writes_nothing_of_a_cascade_that_one_child_refuses() {
        family(IncidentPolicy.STANDARD.children(CloseRule.CASCADE));
        incidents.tickets().addTask(grandchild, io.itsm4j.ticket.AddTask.titled("collect the fax"));
        incidents.resolve(parent, FIXED);

        TransitionRefused refusal = refused(TransitionRefused.class, "GUARD", () -> incidents.close(parent));

        assertThat(refusal.failedGuards()).containsExactly("NO_OPEN_TASKS");
        assertThat(refusal.getMessage()).contains("INC0000003");
        assertThat(state(parent)).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(state(child)).isEqualTo(IncidentLifecycle.NEW);
        assertThat(state(grandchild)).isEqualTo(IncidentLifecycle.NEW);
    }

    private List<State> states() {
        return List.of(state(parent), state(child), state(grandchild));
    }

    @Test
    void passes_a_resolution_on_whichever_way_the_parent_is_resolved() {
        family(IncidentPolicy.STANDARD);
        incidents.tickets().bulk(List.of(parent), IncidentVerbs.resolve(FIXED));
        assertThat(states()).containsOnly(IncidentLifecycle.RESOLVED);

        family();
        incidents.act(parent, IncidentVerbs.resolve(FIXED));
        assertThat(states()).containsOnly(IncidentLifecycle.RESOLVED);

        family();
        incidents.hold(parent, HoldIncident.untilCallerAnswers("which line?"));
        clock.advance(Duration.ofDays(10));
        itsm.processDue(100); // the caller is reminded once for all
        itsm.processDue(100);
        assertThat(states()).containsOnly(IncidentLifecycle.RESOLVED);
        assertThat(incidents.get(grandchild).details().resolutionCode()).isEqualTo("NO_ANSWER");
    }

    @Test
    void passes_on_what_an_alert_does_to_the_parent() {
        family(IncidentPolicy.STANDARD.children(CloseRule.BLOCK, "resolve", "reopen"));
        Incidents probe = itsm.as(Actor.of("acme", "probe", Role.MONITOR)).incidents();
        MonitoringAlert down = MonitoringAlert.firing("prometheus", "line/1", "line down");
        parent = probe.alert(down).orElseThrow().id();
        incidents.tickets().placeUnder(child, parent);

        clock.advance(Duration.ofHours(2));
        probe.alert(MonitoringAlert.clear("prometheus", "line/1"));
        assertThat(states()).containsOnly(IncidentLifecycle.RESOLVED);
        assertThat(incidents.get(grandchild).details().resolutionCode()).isEqualTo("ALERT_CLEARED");

        clock.advance(Duration.ofHours(2));
        probe.alert(down);
        assertThat(states()).containsOnly(IncidentLifecycle.IN_PROGRESS);
        assertThat(incidents.get(grandchild).details().resolutionCode()).isNull();
    }

    @Test
    void passes_hold_and_reopen_on_for_many_parents_at_once() {
        family(IncidentPolicy.STANDARD.children(CloseRule.BLOCK, "resolve", "hold", "reopen"));

        incidents.tickets().bulk(List.of(parent), IncidentVerbs.hold(HoldIncident.untilCallerAnswers("which line?")));
        assertThat(states()).containsOnly(IncidentLifecycle.ON_HOLD);
        assertThat(incidents.get(grandchild).pendingReason()).contains("CALLER");
        incidents.tickets().bulk(List.of(parent), IncidentVerbs.resolve(FIXED));
        incidents.tickets().bulk(List.of(parent), IncidentVerbs.reopen("not repaired"));

        assertThat(states()).containsOnly(IncidentLifecycle.IN_PROGRESS);
        assertThat(events(grandchild))
                .containsExactly("TicketOpened", "TicketHeld", "TicketResolved", "TicketReopened");
    }

    @Test
    void ends_open_children_with_a_parent_that_passes_its_resolution_on_too() {
        family(IncidentPolicy.STANDARD.children(CloseRule.CASCADE, "resolve"));
        incidents.resolve(parent, FIXED);
        incidents.reopen(child, "still no phone");
        incidents.reopen(grandchild, "still no fax");

        incidents.close(parent);

        assertThat(states()).containsOnly(IncidentLifecycle.CLOSED);
        assertThat(incidents.get(grandchild).details().resolutionCode()).isEqualTo("PARENT_CLOSED");
    }

    @Test
    void cancels_open_children_with_their_parent_where_they_end_with_it() {
        family(IncidentPolicy.STANDARD.children(CloseRule.CASCADE));
        TicketId done =
                incidents.open(OpenTicket.titled("no door").under(parent)).id();
        incidents.resolve(done, FIXED);

        incidents.cancel(parent, "reported twice");

        assertThat(states()).containsOnly(IncidentLifecycle.CANCELLED);
        assertThat(state(done)).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(incidents.tickets().journal(grandchild, PageRequest.all()).items().stream()
                        .reduce((first, last) -> last)
                        .orElseThrow()
                        .data())
                .containsEntry("reason", "reported twice");
    }
}
