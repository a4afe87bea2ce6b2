package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.testkit.MutableClock;
import io.itsm4j.testkit.Staff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is told of what, through the life of an incident. */
class NotificationsTest {

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final List<String> told = new ArrayList<>();
    private final Staff staff = new Staff()
            .person("bob", Set.of(Role.AGENT), "desk")
            .person("mona", Set.of(Role.MANAGER), "desk")
            .person("carol", Set.of(Role.AGENT, Role.MANAGER), "desk", "network")
            .person("alice", Set.of(Role.REQUESTER))
            .person("dora", Set.of(Role.REQUESTER))
            .person("eve", Set.of(Role.REQUESTER))
            .reporting("bob", "mona");
    private final Itsm itsm = Itsm.builder()
            .store(new MemoryStore())
            .clock(clock)
            .directory(staff)
            .notifier(notification -> told.add(line(notification)))
            .build();
    private final Incidents carol = itsm.as(Actor.of("acme", "carol")).incidents();

    private static String line(Notification notification) {
        return notification.event().name() + " → "
                + notification.people().stream().map(Object::toString).sorted().collect(Collectors.joining(" "))
                + (notification.groups().isEmpty() ? "" : " / " + new TreeSet<>(groups(notification)));
    }

    private static Set<String> groups(Notification notification) {
        return notification.groups().stream().map(Object::toString).collect(Collectors.toSet());
    }

    private List<String> heard() {
        itsm.deliver(100);
        List<String> heard = List.copyOf(told);
        told.clear();
        return heard;
    }

    private Ticket<Incident> open() {
        Ticket<Incident> ticket = carol.open(OpenTicket.titled("Printer")
                .requestedBy("alice")
                .affecting("dora")
                .watchedBy("eve")
                .forGroup("desk")
                .forAssignee("bob"));
        assertThat(heard()).containsExactly("TicketOpened → alice bob dora / [desk]");
        return ticket;
    }

    @Test
    void the_desk_hears_of_what_it_has_to_do_and_the_requester_of_what_was_done() {
        TicketId id = open().id();

        carol.respond(id, "on our way");
        assertThat(heard()).containsExactly("TicketResponded → alice dora eve");
        carol.hold(id, HoldIncident.because(HoldReason.VENDOR));
        assertThat(heard()).containsExactly("TicketHeld → alice dora eve");
        carol.resume(id);
        assertThat(heard()).isEmpty();
        carol.provideWorkaround(id, "use the other one");
        assertThat(heard()).containsExactly("WorkaroundProvided → alice dora eve");
        carol.escalate(id, Escalate.functionally("network", "routing"));
        assertThat(heard()).containsExactly("TicketEscalated →  / [network]");
        carol.assign(id, Assign.to("desk", "bob"));
        assertThat(heard()).containsExactly("TicketAssigned → bob / [desk]");
        carol.resolve(id, ResolveIncident.with("FIXED", "paper"));
        assertThat(heard()).containsExactly("TicketResolved → alice dora eve");
        carol.reopen(id, "still out");
        assertThat(heard()).containsExactly("TicketReopened → bob eve / [desk]");
        carol.cancel(id, "bought another");
        assertThat(heard()).containsExactly("TicketCancelled → alice bob dora eve");
    }

    @Test
    void a_comment_concerns_the_requesters_side_when_it_is_public_and_only_the_desk_when_it_is_not() {
        TicketId id = open().id();

        carol.comment(id, AddComment.publicly("which one?"));
        assertThat(heard()).containsExactly("TicketCommented → alice bob dora eve");
        carol.comment(id, AddComment.internally("the old one"));
        assertThat(heard()).containsExactly("TicketCommented → bob");
    }

    @Test
    void a_manager_hears_when_a_ticket_is_escalated_to_them_and_nobody_hears_of_their_own_doing() {
        TicketId id = open().id();

        carol.escalate(id, Escalate.hierarchically("no answer"));
        assertThat(heard()).containsExactly("TicketEscalated → bob mona / [desk]");
        itsm.as(Actor.of("acme", "bob")).incidents().respond(id, "on my way");
        assertThat(heard()).containsExactly("TicketResponded → alice dora eve");
        itsm.as(Actor.of("acme", "bob")).incidents().comment(id, AddComment.internally("the old one"));
        assertThat(heard()).isEmpty();
    }

    @Test
    void the_assignee_hears_when_the_priority_changes_and_nobody_of_another_edit() {
        TicketId id = open().id();

        carol.update(id, UpdateTicket.rate(Impact.HIGH, Urgency.HIGH));
        assertThat(heard()).containsExactly("TicketUpdated → bob");
        carol.update(id, UpdateTicket.NOTHING.titled("Plotter"));
        assertThat(heard()).isEmpty();
    }

    @Test
    void a_requester_is_reminded_and_hears_when_the_ticket_closes_by_itself() {
        TicketId id = open().id();
        carol.hold(id, HoldIncident.untilCallerAnswers("which one?"));
        heard();

        clock.advance(Duration.ofDays(3));
        itsm.processDue(10);
        assertThat(heard()).containsExactly("CallerReminded → alice dora");
        itsm.as(Actor.of("acme", "alice")).portal().comment(id, "the old one");
        assertThat(heard()).containsExactly("RequesterReplied → bob / [desk]");
        carol.resolve(id, ResolveIncident.with("FIXED", "paper"));
        heard();
        clock.advance(Duration.ofDays(30));
        itsm.processDue(10);

        assertThat(heard()).containsExactly("TicketClosed → alice dora eve");
    }

    @Test
    void nobody_is_told_of_a_ticket_without_anybody_to_tell() {
        TicketId id = carol.open(OpenTicket.titled("Printer")).id();
        assertThat(heard()).isEmpty();

        carol.respond(id, "on our way");

        assertThat(heard()).isEmpty();
    }
}
