package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an effect says about its draft is what becomes of the ticket. */
class DraftTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN_PAST = NINE.plus(Duration.ofMinutes(10));

    private final MutableClock clock = MutableClock.at(NINE.toString());
    private final Itsm itsm =
            Itsm.builder().store(new MemoryStore()).clock(clock).build();
    private final Incidents incidents = itsm.as(
                    Actor.of("acme", "carol", Role.AGENT, Role.MANAGER).inGroups("desk"))
            .incidents();
    private final Tickets<Incident> tickets = incidents.tickets();

    private Ticket<Incident> open() {
        return incidents.open(OpenTicket.titled("Printer").rated(Impact.MEDIUM, Urgency.MEDIUM));
    }

    private Ticket<Incident> doing(Ticket<Incident> ticket, Consumer<Draft<Incident>> effect) {
        return tickets.act(ticket.id(), StandardActions.ADD_TASK, Reason.NONE, effect);
    }

    private JournalEntry last(Ticket<?> ticket) {
        List<JournalEntry> all = tickets.journal(ticket.id(), PageRequest.all()).items();
        return all.get(all.size() - 1);
    }

    @Test
    void takes_all_that_a_handler_says_in_one_sentence() {
        Ticket<Incident> cause = open();
        Ticket<Incident> told = open();
        Ticket<Incident> child = open();
        tickets.placeUnder(child.id(), told.id());

        doing(
                told,
                draft -> draft.event("SeenToAtOnce")
                        .details(draft.details())
                        .note("line", 3)
                        .notePersonal("caller", "alice")
                        .notePersonal("nobody", null)
                        .responded()
                        .comment("on it", Comment.Visibility.PUBLIC)
                        .link(LinkType.CAUSED_BY, cause.id())
                        .unlink(LinkType.RELATED_TO, cause.id())
                        .escalate(Escalate.functionally("network", "routing"))
                        .raiseImpact(Impact.HIGH)
                        .overridePriority(Priority.LOW, "can wait")
                        .task(AddTask.titled("call"))
                        .correlationKey("line-3")
                        .assign(new GroupId("desk"), new PersonId("bob"))
                        .cascade(Reason.NONE, StandardActions.ASSIGN)
                        .pendingReason(null));

        Ticket<Incident> after = tickets.get(told.id());
        assertThat(after.times().firstRespondedAt()).isEqualTo(NINE);
        assertThat(after.classification().impact()).isEqualTo(Impact.HIGH);
        assertThat(after.classification().priority()).isEqualTo(Priority.LOW);
        assertThat(after.assignment().tier()).isEqualTo(2);
        assertThat(after.assignment().assignee()).hasToString("bob");
        assertThat(tickets.links(told.id()))
                .singleElement()
                .satisfies(link -> assertThat(link.to()).isEqualTo(cause.id()));
        assertThat(tickets.comments(told.id(), PageRequest.all()).items())
                .extracting(Comment::body)
                .containsExactly("on it");
        assertThat(tickets.tasks(told.id(), PageRequest.all()).items())
                .extracting(Task::title)
                .containsExactly("call");
        JournalEntry entry = last(told);
        assertThat(entry.event()).isEqualTo("SeenToAtOnce");
        assertThat(entry.data()).containsEntry("line", 3L).doesNotContainKey("nobody");
        assertThat(last(child).action()).isEqualTo(StandardActions.ASSIGN.name());
    }

    @Test
    void takes_what_the_engine_says_of_the_ticket_itself() {
        Ticket<Incident> told = open();

        Ticket<Incident> after = doing(
                told,
                draft -> draft.assignment(draft.assignment().to(new GroupId("network"), null))
                        .content(new Content("Plotter", "no ink"))
                        .people(draft.people().withWatchers(Set.of(new PersonId("eve"))))
                        .classification(draft.classification().withTags(Set.of("red")))
                        .family(draft.family())
                        .due(draft.preview().record().due())
                        .restrictedTo(Set.of(new GroupId("desk")))
                        .fields(Map.of())
                        .externalReference("X-2")
                        .serviceLevels("")
                        .number("INC-new")
                        .renewed()
                        .archived()
                        .responded());

        assertThat(after.title()).isEqualTo("Plotter");
        assertThat(after.number()).isEqualTo("INC-new");
        assertThat(after.assignment().group()).hasToString("network");
        assertThat(after.people().watchers()).containsExactly(new PersonId("eve"));
        assertThat(after.classification().tags()).containsExactly("red");
        assertThat(after.record().restrictedTo()).containsExactly(new GroupId("desk"));
        assertThat(after.record().externalReference()).isEqualTo("X-2");
        assertThat(after.times().archivedAt()).isEqualTo(NINE);
        assertThat(last(told).changes()).isNotEmpty();
    }

    @Test
    void keeps_out_of_the_journal_what_is_done_silently() {
        Ticket<Incident> told = open();

        doing(told, draft -> draft.silently().content(new Content("Plotter", "no ink")));

        assertThat(tickets.get(told.id()).title()).isEqualTo("Plotter");
        assertThat(last(told).changes()).isEmpty();
    }

    @Test
    void raises_an_impact_and_never_lowers_it() {
        Ticket<Incident> told = open();

        Ticket<Incident> same =
                doing(told, draft -> draft.raiseImpact(Impact.LOW).raiseImpact(Impact.MEDIUM));
        assertThat(same.classification()).isEqualTo(told.classification());

        Ticket<Incident> raised = doing(told, draft -> draft.raiseImpact(Impact.HIGH));
        assertThat(raised.classification().impact()).isEqualTo(Impact.HIGH);
        assertThat(raised.classification().priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void leaves_a_priority_that_somebody_has_set_when_the_impact_is_raised() {
        Ticket<Incident> told = open();
        tickets.overridePriority(told.id(), new OverridePriority(Priority.LOW, "can wait"));

        Ticket<Incident> raised = doing(told, draft -> draft.raiseImpact(Impact.HIGH));

        assertThat(raised.classification().impact()).isEqualTo(Impact.HIGH);
    }

    @Test
    void counts_the_open_tasks_as_the_draft_leaves_them() {
        Ticket<Incident> told = open();
        tickets.addTask(told.id(), AddTask.titled("call"));
        Task stored = tickets.tasks(told.id(), PageRequest.all()).items().get(0);
        List<Long> seen = new ArrayList<>();

        doing(told, draft -> {
            seen.add(draft.openTasks());
            Task fetched = draft.task("fetch paper", "desk", TEN_PAST, Set.of(stored.id()));
            seen.add(draft.openTasks());
            draft.moveTask(stored, Task.State.DONE).note("moved", 1);
            seen.add(draft.openTasks());
            draft.skipOpenTasks().note("skipped", 1);
            assertThat(fetched.dependsOn()).containsExactly(stored.id());
        });

        assertThat(seen).containsExactly(1L, 2L, 1L);
        assertThat(tickets.tasks(told.id(), PageRequest.all()).items())
                .extracting(Task::state)
                .containsExactly(Task.State.DONE, Task.State.SKIPPED);
    }

    @Test
    void waits_anew_when_the_reason_is_another_one() {
        Ticket<Incident> told = open();
        incidents.start(told.id());
        incidents.hold(told.id(), HoldIncident.because(HoldReason.VENDOR));
        clock.advance(Duration.ofMinutes(10));

        Ticket<Incident> same = doing(told, draft -> draft.pendingReason("VENDOR"));
        assertThat(same.times().pendingSince()).isEqualTo(NINE);
        Ticket<Incident> other = doing(told, draft -> draft.pendingReason("PARTS"));

        assertThat(other.times().pendingSince()).isEqualTo(TEN_PAST);
        assertThat(other.pendingReason()).contains("PARTS");
    }

    @Test
    void waits_for_nothing_while_it_is_worked_on() {
        Ticket<Incident> told = open();

        Ticket<Incident> after = doing(told, draft -> draft.pendingReason("VENDOR"));

        assertThat(after.times().pendingSince()).isNull();
    }

    @Test
    void notes_the_first_response_once() {
        Ticket<Incident> told = open();
        doing(told, Draft::responded);
        clock.advance(Duration.ofMinutes(10));

        Ticket<Incident> after = doing(told, Draft::responded);

        assertThat(after.times().firstRespondedAt()).isEqualTo(NINE);
    }

    @Test
    void shows_the_ticket_as_it_would_be() {
        Ticket<Incident> told = open();
        List<Ticket<Incident>> seen = new ArrayList<>();

        Ticket<Incident> after = doing(told, draft -> {
            draft.content(new Content("Plotter", "")).responded();
            seen.add(draft.preview());
            seen.add(draft.before().orElseThrow());
        });

        assertThat(seen.get(0).title()).isEqualTo("Plotter");
        assertThat(seen.get(0).version()).isEqualTo(after.version());
        assertThat(seen.get(1)).isEqualTo(told);
    }

    @Test
    void counts_a_reopening_and_ends_the_cause_with_the_ticket() {
        Ticket<Incident> told = open();
        doing(told, draft -> draft.correlationKey("line-3"));
        incidents.resolve(told.id(), ResolveIncident.with("FIXED", "paper"));
        Ticket<Incident> again = incidents.reopen(told.id(), "still out");
        assertThat(again.times().reopens()).isEqualTo(1);
        assertThat(again.times().resolvedAt()).isNull();
        assertThat(again.record().correlationKey()).isEqualTo("line-3");

        Ticket<Incident> ended = incidents.cancel(told.id(), "bought another");

        assertThat(ended.times().closedAt()).isEqualTo(NINE);
        assertThat(ended.record().correlationKey()).isNull();
    }
}
