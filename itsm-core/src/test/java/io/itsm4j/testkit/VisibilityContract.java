package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.ChangeWatchers;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Portal;
import io.itsm4j.ticket.Queue;
import io.itsm4j.ticket.QueuedTask;
import io.itsm4j.ticket.RequesterView;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketSummary;
import io.itsm4j.ticket.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees what: the portal of requesters, restricted tickets, and lists, counts and searches within that. */
public abstract class VisibilityContract extends Contract {

    private final Actor zoe = Actor.of("acme", "zoe", Role.REQUESTER);
    private Itsm itsm;
    private Incidents desk;

    @BeforeEach
    void begin() {
        itsm = builder().build();
        desk = itsm.as(bob).incidents();
    }

    private TicketId open(String title, String requester) {
        return desk.open(OpenTicket.titled(title).requestedBy(requester)).id();
    }

    @Test
    void shows_requesters_their_own_tickets_and_those_they_watch() {
        TicketId own = open("Printer", "alice");
        TicketId foreign = open("Payroll", "zoe");
        TicketId watched = open("Scanner", "zoe");
        desk.tickets().watch(watched, new ChangeWatchers(Set.of("alice"), Set.of()));
        Portal portal = itsm.as(alice).portal();

        assertThat(portal.find(own)).map(RequesterView::title).contains("Printer");
        assertThat(portal.find(watched)).isPresent();
        assertThat(portal.find(foreign)).isEmpty();
        assertThat(portal.page(PageRequest.all()).items())
                .extracting(RequesterView::title)
                .containsExactlyInAnyOrder("Printer", "Scanner");
        assertThat(portal.count(TicketAttributes.TITLE.contains("a"))).isEqualTo(1);
        refused(NotFound.class, "NOT_FOUND", () -> portal.comment(foreign, "let me see"));
    }

    @Test
    void never_shows_requesters_an_internal_word() {
        TicketId own = open("Printer", "alice");
        desk.comment(own, AddComment.internally("canary"));
        desk.comment(own, AddComment.publicly("we are on it"));
        Portal portal = itsm.as(alice).portal();

        assertThat(portal.comments(own, PageRequest.all()).items())
                .extracting(Comment::body)
                .containsExactly("we are on it");
        assertThat(portal.comments(own, PageRequest.of(Comment.VISIBILITY.is(Comment.Visibility.INTERNAL)))
                        .items())
                .isEmpty();
        assertThat(portal.find(own).orElseThrow().toString()).doesNotContain("canary");
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(alice).incidents().get(own));
    }

    @Test
    void lets_requesters_report_answer_and_reopen_but_not_dispatch() {
        Portal portal = itsm.as(alice).portal();
        RequesterView view = portal.open(itsm.incidentType(), OpenTicket.titled("Printer"));
        desk.hold(view.id(), HoldIncident.untilCallerAnswers("which one?"));

        assertThat(portal.find(view.id()).orElseThrow().pendingReason()).isEqualTo("CALLER");
        assertThat(portal.comment(view.id(), "the one on floor 3").state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        desk.resolve(view.id(), ResolveIncident.with("FIXED", "paper"));
        portal.act(view.id(), IncidentLifecycle.REOPEN, "still broken");

        Ticket<Incident> ticket = desk.get(view.id());
        assertThat(ticket.state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(ticket.details().resolutionCode()).isNull();
        assertThat(ticket.people().requester()).isEqualTo(alice.id());
        refused(NotPermitted.class, "NOT_PERMITTED", () -> portal.act(view.id(), IncidentLifecycle.RESOLVE, "fine"));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> portal.open(
                        itsm.incidentType(), OpenTicket.titled("Scanner").forGroup("network")));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> portal.open(
                        itsm.incidentType(), OpenTicket.titled("Scanner").requestedBy("zoe")));
    }

    @Test
    void keeps_the_tasks_of_a_restricted_ticket_out_of_the_queue_of_those_who_do_not_see_it() {
        TicketId secret = desk.open(OpenTicket.titled("Complaint").restrictedToGroups("network"))
                .id();
        desk.tickets().addTask(secret, AddTask.titled("Ask the guard").forGroup("desk", null));
        TicketId open = open("Printer", "alice");
        desk.tickets().addTask(open, AddTask.titled("Refill").forGroup("desk", null));
        PageRequest<Task> waiting =
                PageRequest.of(Task.GROUP.is(GroupId.of("desk")).and(Task.unfinished()));
        Queue outside = itsm.as(carol).queue();

        assertThat(itsm.as(bob).queue().tasks(waiting).items())
                .extracting(line -> line.task().title())
                .containsExactly("Ask the guard", "Refill");
        assertThat(outside.tasks(waiting).items())
                .extracting(line -> line.ticket().title())
                .containsExactly("Printer");
        Page<QueuedTask> first = outside.tasks(waiting.ofSize(1));
        assertThat(first.items()).extracting(line -> line.task().title()).containsExactly("Refill");
        assertThat(first.next()).isEmpty();
        assertThat(itsm.as(Actor.of("globex", "bob", Role.AGENT))
                        .queue()
                        .tasks(waiting)
                        .items())
                .isEmpty();
    }

    @Test
    void fills_the_pages_of_tasks_and_ends_them_as_if_what_is_not_to_be_seen_were_not_there() {
        TicketId secret = desk.open(OpenTicket.titled("Complaint").restrictedToGroups("network"))
                .id();
        TicketId open = open("Printer", "alice");
        for (int at = 1; at <= 9; at++) {
            clock.advance(Duration.ofMinutes(1));
            boolean seen = at % 3 == 0;
            desk.tickets().addTask(seen ? open : secret, AddTask.titled((seen ? "seen " : "hidden ") + at));
        }
        clock.advance(Duration.ofMinutes(1));
        desk.tickets().addTask(secret, AddTask.titled("hidden 10"));
        Queue outside = itsm.as(carol).queue();

        Page<QueuedTask> first = outside.tasks(PageRequest.<Task>all().ofSize(2));
        Page<QueuedTask> second =
                outside.tasks(PageRequest.<Task>all().ofSize(2).at(first.next().orElseThrow()));

        assertThat(first.items()).extracting(line -> line.task().title()).containsExactly("seen 3", "seen 6");
        assertThat(second.items()).extracting(line -> line.task().title()).containsExactly("seen 9");
        assertThat(second.next()).isEmpty();
        assertThat(outside.tasks(PageRequest.<Task>all().ofSize(3)).next()).isEmpty();
        assertThat(outside.tasks(PageRequest.of(Task.TICKET.is(secret)).ofSize(1)))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    void keeps_a_restricted_ticket_from_all_but_its_groups_and_its_requester() {
        TicketId id = desk.open(
                        OpenTicket.titled("Complaint").requestedBy("alice").restrictedToGroups("network"))
                .id();
        Incidents outside = itsm.as(carol).incidents();
        Queue queue = itsm.as(carol).queue();

        assertThat(desk.get(id).title()).isEqualTo("Complaint");
        assertThat(itsm.as(alice).portal().find(id)).isPresent();
        assertThat(outside.find(id)).isEmpty();
        refused(NotFound.class, "NOT_FOUND", () -> outside.start(id));
        assertThat(outside.count(Criterion.all())).isZero();
        assertThat(outside.tickets().findByNumber("INC0000001")).isEmpty();
        assertThat(queue.page(PageRequest.of(Queue.matching("compl"))).items()).isEmpty();
        assertThat(queue.countBy(Criterion.all(), TicketAttributes.STATE)).isEmpty();
    }

    @Test
    void keeps_a_restricted_ticket_from_those_who_watch_it_from_outside_its_groups() {
        TicketId id = desk.open(OpenTicket.titled("Complaint")
                        .requestedBy("alice")
                        .affecting("zoe")
                        .watchedBy("erik", "nora"))
                .id();
        Actor lead = Actor.of("acme", "lena", Role.AGENT, Role.MANAGER).inGroups("network");
        Portal outside = itsm.as(Actor.of("acme", "erik", Role.REQUESTER).inGroups("desk"))
                .portal();
        Portal inside = itsm.as(Actor.of("acme", "nora", Role.REQUESTER).inGroups("hr", "desk"))
                .portal();
        assertThat(outside.find(id)).isPresent();

        itsm.as(lead).incidents().tickets().restrict(id, new Restrict(Set.of("hr")));

        assertThat(outside.find(id)).isEmpty();
        assertThat(outside.page(PageRequest.all()).items()).isEmpty();
        assertThat(outside.count(Criterion.all())).isZero();
        refused(NotFound.class, "NOT_FOUND", () -> outside.comments(id, PageRequest.all()));
        refused(NotFound.class, "NOT_FOUND", () -> outside.attachments(id, PageRequest.all()));
        refused(NotFound.class, "NOT_FOUND", () -> outside.comment(id, "and now?"));
        for (Portal portal :
                List.of(inside, itsm.as(alice).portal(), itsm.as(zoe).portal())) {
            assertThat(portal.find(id)).map(RequesterView::title).contains("Complaint");
            assertThat(portal.count(Criterion.all())).isEqualTo(1);
            assertThat(portal.page(PageRequest.all()).items()).hasSize(1);
        }
    }

    @Test
    void lets_those_who_watch_read_and_comment_and_change_nothing() {
        TicketId id = desk.open(OpenTicket.titled("Printer").requestedBy("zoe").watchedBy("alice"))
                .id();
        Portal watching = itsm.as(alice).portal();

        NotPermitted refusal = refused(
                NotPermitted.class, "NOT_REQUESTER", () -> watching.act(id, IncidentLifecycle.CANCEL, "mine is done"));
        assertThat(refusal).hasMessageContaining("INC0000001").hasMessageContaining("cancel");
        assertThat(watching.comment(id, "mine too").state()).isEqualTo(IncidentLifecycle.NEW);
        desk.hold(id, HoldIncident.untilCallerAnswers("which one?"));
        assertThat(watching.comment(id, "floor 3").state())
                .as("the caller has not answered")
                .isEqualTo(IncidentLifecycle.ON_HOLD);
        refused(NotPermitted.class, "NOT_REQUESTER", () -> watching.act(id, IncidentLifecycle.REPLY, "floor 3"));
        desk.resolve(id, ResolveIncident.with("FIXED", "paper"));
        refused(NotPermitted.class, "NOT_REQUESTER", () -> watching.act(id, IncidentLifecycle.REOPEN, "still"));
        refused(NotPermitted.class, "NOT_REQUESTER", () -> watching.act(id, IncidentLifecycle.CLOSE, null));

        assertThat(watching.find(id).orElseThrow().state()).isEqualTo(IncidentLifecycle.RESOLVED);
        assertThat(itsm.as(zoe).portal().act(id, IncidentLifecycle.CLOSE, null).state())
                .isEqualTo(IncidentLifecycle.CLOSED);
    }

    @Test
    void opens_a_ticket_up_when_the_restriction_is_lifted() {
        Actor lead = Actor.of("acme", "lena", Role.AGENT, Role.MANAGER).inGroups("network");
        TicketId id = desk.open(OpenTicket.titled("Complaint").restrictedToGroups("network"))
                .id();

        itsm.as(lead).incidents().tickets().restrict(id, new Restrict(Set.of("desk")));
        assertThat(desk.find(id)).isEmpty();
        itsm.as(carol).incidents().tickets().restrict(id, new Restrict(Set.of()));

        assertThat(desk.get(id).restrictedTo()).isEmpty();
    }

    @Test
    void lists_the_most_pressing_and_oldest_first_in_the_queue() {
        desk.open(OpenTicket.titled("late").rated(Impact.LOW, Urgency.LOW));
        clock.advance(Duration.ofMinutes(1));
        desk.open(OpenTicket.titled("first").rated(Impact.HIGH, Urgency.HIGH));
        clock.advance(Duration.ofMinutes(1));
        desk.open(OpenTicket.titled("second").rated(Impact.HIGH, Urgency.HIGH));

        Page<TicketSummary> queue = itsm.as(bob).queue().page(PageRequest.all());

        assertThat(queue.items()).extracting(TicketSummary::title).containsExactly("first", "second", "late");
        assertThat(itsm.as(bob).queue().countBy(Criterion.all(), TicketAttributes.PRIORITY))
                .isEqualTo(Map.of(1L, 2L, 5L, 1L));
        assertThat(itsm.as(bob).queue().count(TicketAttributes.IS_OPEN.is(true)))
                .isEqualTo(3);
    }

    @Test
    void searches_title_and_number_alike_in_upper_and_lower_case() {
        open("VPN Gateway down", "alice");
        open("Größe 100%", "alice");
        open("İstanbul office", "alice");
        Queue queue = itsm.as(bob).queue();

        assertThat(titles(queue, "gateway")).containsExactly("VPN Gateway down");
        assertThat(titles(queue, "GRÖSSE")).containsExactly("Größe 100%");
        assertThat(titles(queue, "0%")).containsExactly("Größe 100%");
        assertThat(titles(queue, "inc0000003")).containsExactly("İstanbul office");
        assertThat(titles(queue, "_")).isEmpty();
    }

    private static List<String> titles(Queue queue, String words) {
        return queue.page(PageRequest.of(Queue.matching(words))).items().stream()
                .map(TicketSummary::title)
                .toList();
    }

    @Test
    void walks_through_all_pages_while_others_open_tickets() {
        for (int i = 1; i <= 7; i++) {
            open("T" + i, "alice");
        }
        PageRequest<TicketRecord> three = PageRequest.<TicketRecord>all()
                .sortedBy(Sort.ascending(TicketAttributes.CREATED_AT))
                .ofSize(3);
        List<String> seen = new ArrayList<>();

        Page<TicketSummary> page = itsm.as(bob).queue().page(three);
        page.items().forEach(item -> seen.add(item.title()));
        open("T8", "alice");
        while (page.next().isPresent()) {
            page = itsm.as(bob).queue().page(three.at(page.next().orElseThrow()));
            page.items().forEach(item -> seen.add(item.title()));
        }

        assertThat(seen).containsExactly("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8");
    }

    @Test
    void refuses_a_cursor_of_another_list_size_or_person_and_a_damaged_one() {
        for (int i = 1; i <= 4; i++) {
            desk.open(OpenTicket.titled("T" + i).requestedBy("alice").watchedBy("zoe"));
        }
        PageRequest<TicketRecord> two = PageRequest.<TicketRecord>all().ofSize(2);
        Portal portal = itsm.as(alice).portal();
        String cursor = portal.page(two).next().orElseThrow();

        assertThat(portal.page(two.at(cursor)).items()).hasSize(2);
        refused(
                InvalidInput.class,
                "QUERY_CURSOR",
                () -> portal.page(two.ofSize(3).at(cursor)));
        refused(
                InvalidInput.class,
                "QUERY_CURSOR",
                () -> portal.page(PageRequest.of(TicketAttributes.IS_OPEN.is(true))
                        .ofSize(2)
                        .at(cursor)));
        refused(InvalidInput.class, "QUERY_CURSOR", () -> itsm.as(zoe).portal().page(two.at(cursor)));
        refused(InvalidInput.class, "QUERY_CURSOR", () -> portal.page(two.at("x" + cursor)));
        refused(
                InvalidInput.class,
                "QUERY_SORT",
                () -> portal.page(two.sortedBy(Sort.ascending(TicketAttributes.TITLE))));
        refused(InvalidInput.class, "QUERY_PAGE", () -> two.ofSize(501));
    }

    @Test
    void lets_auditors_read_and_change_nothing() {
        TicketId id = open("Printer", "alice");
        Incidents audit = itsm.as(Actor.of("acme", "ada", Role.AUDITOR)).incidents();

        assertThat(audit.get(id).title()).isEqualTo("Printer");
        refused(NotPermitted.class, "NOT_PERMITTED", () -> audit.start(id));
        refused(NotPermitted.class, "NOT_PERMITTED", () -> audit.comment(id, AddComment.publicly("hm")));

        assertThat(desk.get(id).version()).isEqualTo(1);
    }

    @Test
    void shows_no_link_to_a_ticket_that_the_reader_may_not_see() {
        TicketId open = open("Printer", "alice");
        TicketId other = open("Scanner", "zoe");
        TicketId secret = desk.open(OpenTicket.titled("Complaint").restrictedToGroups("network"))
                .id();
        desk.tickets().link(open, LinkType.RELATED_TO, other);
        desk.tickets().link(open, LinkType.CAUSED_BY, secret);
        desk.tickets().link(secret, LinkType.BLOCKED_BY, open);

        assertThat(desk.tickets().links(open)).hasSize(3);
        assertThat(itsm.as(carol).incidents().tickets().links(open))
                .hasSize(1)
                .allSatisfy(link -> assertThat(link.toString()).contains(other.value()))
                .noneSatisfy(link -> assertThat(link.toString()).contains(secret.value()));
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(alice).incidents().tickets().links(open));
    }

    @Test
    void shows_no_link_to_a_ticket_of_a_type_that_the_reader_may_not_read() {
        var type = HostJob.readBy(Role.MANAGER);
        Itsm both = builder().type(type).build();
        TicketId incident =
                both.as(carol).incidents().open(OpenTicket.titled("Printer")).id();
        TicketId job =
                both.as(carol).tickets(type).open(OpenTicket.titled("Job")).id();
        both.as(carol).incidents().tickets().link(incident, LinkType.RELATED_TO, job);

        assertThat(both.as(carol).incidents().tickets().links(incident)).hasSize(1);
        assertThat(both.as(bob).incidents().tickets().links(incident)).isEmpty();
    }
}
