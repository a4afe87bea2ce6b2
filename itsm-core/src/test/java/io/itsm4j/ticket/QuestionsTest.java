package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.Anchor;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.MemoryAttachments;
import io.itsm4j.testkit.MutableClock;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is asked about tickets, and in which order a command is refused. */
class QuestionsTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final TicketId NOWHERE = TicketId.of("019cadc6-9a80-7000-a926-13f43b327b6c");

    private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");
    private final List<Anchor> anchors = new ArrayList<>();
    private final Itsm itsm = Itsm.builder()
            .store(new MemoryStore())
            .clock(clock)
            .attachments(new MemoryAttachments(clock), 1_000)
            .anchors(anchors::add)
            .build();
    private final Incidents incidents = itsm.as(
                    Actor.of("acme", "carol", Role.AGENT, Role.MANAGER).inGroups("desk"))
            .incidents();
    private final Tickets<Incident> tickets = incidents.tickets();
    private final Tickets<Incident> auditor =
            itsm.as(Actor.of("acme", "audrey", Role.AUDITOR)).incidents().tickets();
    private final Tickets<Incident> stranger =
            itsm.as(Actor.of("acme", "bob", Role.AGENT)).incidents().tickets();

    private Ticket<Incident> open(String title) {
        return incidents.open(OpenTicket.titled(title).requestedBy("alice"));
    }

    private static void notPermitted(ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOf(NotPermitted.class);
    }

    private static void notFound(ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOf(NotFound.class);
    }

    @Test
    void who_may_not_do_it_is_told_so_before_anything_about_the_ticket() {
        Ticket<Incident> printer = open("Printer");
        Ticket<Incident> other = open("Paper");
        OpenTicket wrong = OpenTicket.titled(" ");

        notPermitted(() -> auditor.open(wrong));
        for (TicketId id : List.of(printer.id(), NOWHERE)) {
            notPermitted(() -> auditor.assign(id, Assign.to("x".repeat(101), null)));
            notPermitted(() -> auditor.placeUnder(id, NOWHERE));
            notPermitted(() -> auditor.merge(id, other.id()));
            notPermitted(() -> auditor.linkFrom(id, LinkType.CAUSED_BY, NOWHERE));
            notPermitted(() -> auditor.with(CommandOptions.key("k"))
                    .keyedBy(StandardActions.ASSIGN, id)
                    .earlier());
        }
        assertThat(auditor.get(printer.id()).version()).isEqualTo(1);
    }

    @Test
    void a_type_of_the_same_name_that_was_not_declared_here_is_not_known() {
        Itsm other = Itsm.builder().store(new MemoryStore()).build();
        TicketType<Incident> twin = other.as(Actor.of("acme", "carol", Role.AGENT))
                .incidents()
                .tickets()
                .type();

        RuleViolated refusal = catchThrowableOfType(
                RuleViolated.class,
                () -> itsm.as(Actor.of("acme", "carol", Role.AGENT)).tickets(twin));

        assertThat(refusal.code()).isEqualTo("TYPE_UNKNOWN");
    }

    @Test
    void tickets_are_counted_by_what_they_have() {
        open("Printer");
        Ticket<Incident> paper = open("Paper");
        incidents.start(paper.id());
        tickets.restrict(open("Salary").id(), new Restrict(Set.of("desk")));

        assertThat(tickets.countBy(Criterion.all(), TicketAttributes.STATE))
                .isEqualTo(Map.of("NEW", 2L, "IN_PROGRESS", 1L));
        assertThat(stranger.countBy(Criterion.all(), TicketAttributes.STATE))
                .isEqualTo(Map.of("NEW", 1L, "IN_PROGRESS", 1L));
        assertThat(stranger.count(Criterion.all())).isEqualTo(2);
    }

    @Test
    void a_file_is_read_by_who_sees_its_ticket_and_through_no_other_ticket() {
        Ticket<Incident> printer = open("Printer");
        Ticket<Incident> paper = open("Paper");
        tickets.attach(
                printer.id(), AttachFile.named("jam.txt", "text/plain"), new ByteArrayInputStream(new byte[] {7}));
        String file = tickets.attachments(printer.id(), PageRequest.all())
                .items()
                .get(0)
                .id();

        notFound(() -> tickets.read(paper.id(), file));
        notFound(() -> tickets.read(printer.id(), "019cadc6-9a80-7000-a926-13f43b327b6e"));
        tickets.restrict(printer.id(), new Restrict(Set.of("desk")));
        notFound(() -> stranger.read(printer.id(), file));
    }

    @Test
    void links_are_told_apart_by_direction_and_by_kind() {
        Ticket<Incident> printer = open("Printer");
        Ticket<Incident> paper = open("Paper");
        Ticket<Incident> toner = open("Toner");
        tickets.link(printer.id(), LinkType.CAUSED_BY, paper.id());
        tickets.link(toner.id(), LinkType.CAUSED_BY, printer.id());
        tickets.link(printer.id(), LinkType.BLOCKED_BY, toner.id());

        assertThat(tickets.linked(printer.id(), LinkType.CAUSED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(paper.id());
        assertThat(tickets.linkedTo(printer.id(), LinkType.CAUSED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(toner.id());
        assertThat(tickets.linked(printer.id(), LinkType.BLOCKED_BY))
                .extracting(LinkedTicket::id)
                .containsExactly(toner.id());
        assertThat(tickets.linkedTo(printer.id(), LinkType.BLOCKED_BY)).isEmpty();
    }

    @Test
    void nothing_is_linked_that_the_actor_does_not_see() {
        Ticket<Incident> printer = open("Printer");
        Ticket<Incident> salary = open("Salary");
        tickets.restrict(salary.id(), new Restrict(Set.of("desk")));

        for (TicketId unseen : List.of(salary.id(), NOWHERE)) {
            notFound(() -> stranger.link(printer.id(), LinkType.RELATED_TO, unseen));
            notFound(() -> stranger.linkFrom(printer.id(), LinkType.RELATED_TO, unseen));
        }

        assertThat(tickets.links(printer.id())).isEmpty();
        tickets.linkFrom(printer.id(), LinkType.RELATED_TO, salary.id());
        assertThat(tickets.links(printer.id())).hasSize(1);
        assertThat(stranger.links(printer.id())).isEmpty();
    }

    @Test
    void a_link_without_direction_is_one_from_either_end() {
        Ticket<Incident> printer = open("Printer");
        Ticket<Incident> paper = open("Paper");

        tickets.link(printer.id(), LinkType.RELATED_TO, paper.id());
        tickets.link(paper.id(), LinkType.RELATED_TO, printer.id());
        assertThat(tickets.links(printer.id())).hasSize(1);

        tickets.unlink(paper.id(), LinkType.RELATED_TO, printer.id());
        assertThat(tickets.links(printer.id())).isEmpty();
    }

    @Test
    void moved_links_keep_their_kind_and_direction_and_fall_where_they_would_lead_back() {
        Ticket<Incident> printer = open("Printer");
        Ticket<Incident> plotter = open("Plotter");
        Ticket<Incident> paper = open("Paper");
        Ticket<Incident> toner = open("Toner");
        tickets.link(printer.id(), LinkType.CAUSED_BY, paper.id());
        tickets.link(toner.id(), LinkType.BLOCKED_BY, printer.id());
        tickets.link(printer.id(), LinkType.RELATED_TO, plotter.id());
        tickets.link(printer.id(), LinkType.RELATED_TO, toner.id());
        tickets.link(plotter.id(), LinkType.RELATED_TO, toner.id());

        tickets.act(
                printer.id(),
                StandardActions.LINK,
                Reason.NONE,
                draft -> draft.moveLinks(plotter.id()).note("all", true));

        assertThat(tickets.links(printer.id())).isEmpty();
        assertThat(tickets.links(plotter.id()))
                .extracting(link -> link.from() + " " + link.type() + " " + link.to())
                .containsExactlyInAnyOrder(
                        plotter.id() + " CAUSED_BY " + paper.id(),
                        toner.id() + " BLOCKED_BY " + plotter.id(),
                        plotter.id() + " RELATED_TO " + toner.id());
        List<JournalEntry> journal =
                tickets.journal(printer.id(), PageRequest.all()).items();
        assertThat(journal.get(journal.size() - 1).data()).containsEntry("movedLinks", 4L);
    }

    @Test
    void a_ticket_was_reported_before_now_or_now() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        Ticket<Incident> late = incidents.open(OpenTicket.titled("Printer").reportedAt(yesterday));
        assertThat(late.times().openedAt()).isEqualTo(yesterday);
        assertThat(late.times().createdAt()).isEqualTo(clock.instant());
        assertThat(incidents
                        .open(OpenTicket.titled("Paper").reportedAt(clock.instant()))
                        .times()
                        .openedAt())
                .isEqualTo(clock.instant());

        InvalidInput refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> incidents.open(
                        OpenTicket.titled("Toner").reportedAt(clock.instant().plusSeconds(1))));

        assertThat(refusal.faults())
                .extracting(fault -> fault.field() + " " + fault.code())
                .containsExactly("openedAt IN_THE_FUTURE");
    }

    @Test
    void an_affected_item_has_a_name_of_one_to_a_hundred_characters() {
        String longest = "é".repeat(99) + "😀";

        assertThat(incidents
                        .open(OpenTicket.titled("Printer").touching(longest))
                        .classification()
                        .cis())
                .containsExactly(AffectedCi.named(longest));
        for (String wrong : List.of(" ", longest + "x", "a\u0007b")) {
            assertThatThrownBy(() -> incidents.open(OpenTicket.titled("Printer").touching(wrong)))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> incidents.open(OpenTicket.titled("Printer").fromTemplate(" ")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_tree_grows_to_its_depth_and_below_nothing_that_has_ended_or_is_not_seen() {
        TicketId above = open("1").id();
        for (int level = 2; level <= Family.DEPTH; level++) {
            above = incidents.open(OpenTicket.titled("" + level).under(above)).id();
        }
        TicketId deepest = above;
        assertThat(codeOf(() -> incidents.open(OpenTicket.titled("too deep").under(deepest))))
                .isEqualTo("TREE_TOO_DEEP");
        Ticket<Incident> ended = open("Ended");
        incidents.cancel(ended.id(), "never mind");
        assertThat(codeOf(() -> incidents.open(OpenTicket.titled("late").under(ended.id()))))
                .isEqualTo("PARENT_ENDED");
        Ticket<Incident> salary = open("Salary");
        tickets.restrict(salary.id(), new Restrict(Set.of("desk")));

        assertThat(codeOf(() -> stranger.open(OpenTicket.titled("unseen").under(salary.id()))))
                .isEqualTo("NOT_FOUND");
        assertThat(codeOf(() -> stranger.open(OpenTicket.titled("none").under(NOWHERE))))
                .isEqualTo("NOT_FOUND");
    }

    private static String codeOf(ThrowingCallable command) {
        return catchThrowableOfType(ItsmException.class, command).code();
    }

    @Test
    void a_refusal_says_what_is_possible_instead_and_who_may() {
        Ticket<Incident> printer = open("Printer");

        assertThatThrownBy(() -> incidents.close(printer.id()))
                .isInstanceOf(TransitionRefused.class)
                .hasMessageContaining("it is New; allowed now: start, hold, resolve, merge (AGENT), "
                        + "clear-alert (MONITOR/AGENT), cancel (AGENT/REQUESTER)");
    }

    @Test
    void an_anchor_seals_every_ticket_as_it_is() {
        Ticket<Incident> printer = open("Printer");
        open("Paper");
        Anchor first = itsm.anchor(ACME);
        assertThat(first.records()).isEqualTo(2);
        assertThat(itsm.anchor(ACME).root()).isEqualTo(first.root());

        incidents.start(printer.id());
        Anchor second = itsm.anchor(ACME);
        open("Toner");
        Anchor third = itsm.anchor(ACME);

        assertThat(List.of(first.root(), second.root(), third.root())).doesNotHaveDuplicates();
        assertThat(third.records()).isEqualTo(3);
        assertThat(anchors).hasSize(4).endsWith(third);
        assertThat(itsm.verify(ACME).records()).isEqualTo(3);
        assertThat(itsm.verify(ACME).entries()).isEqualTo(4);
    }
}
