package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Conflict;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.PersonId;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.IdSource;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AffectedCi;
import io.itsm4j.ticket.CategoryTree;
import io.itsm4j.ticket.ChangeWatchers;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Definitions;
import io.itsm4j.ticket.Family;
import io.itsm4j.ticket.FieldDefinition;
import io.itsm4j.ticket.FieldSchema;
import io.itsm4j.ticket.Link;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Split;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import io.itsm4j.ticket.UpdateTicket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How tickets stand to each other: links, parents, merges, splits and follow-ups. */
public abstract class FamilyContract extends Contract {

    private Incidents incidents;
    private Tickets<Incident> tickets;

    @BeforeEach
    void begin() {
        incidents = builder().build().as(bob).incidents();
        tickets = incidents.tickets();
    }

    private TicketId open(String title) {
        return incidents.open(OpenTicket.titled(title)).id();
    }

    @Test
    void shows_a_link_from_both_ends_and_never_twice() {
        TicketId a = open("A");
        TicketId b = open("B");

        tickets.link(a, LinkType.CAUSED_BY, b);
        tickets.link(a, LinkType.CAUSED_BY, b);

        assertThat(tickets.links(a)).hasSize(1);
        assertThat(tickets.links(b)).isEqualTo(tickets.links(a));
        Link link = tickets.links(b).get(0);
        assertThat(link.from()).isEqualTo(a);
        assertThat(link.to()).isEqualTo(b);
        assertThat(link.by()).isEqualTo(bob.id());
    }

    @Test
    void takes_a_link_that_means_the_same_both_ways_for_one() {
        TicketId a = open("A");
        TicketId b = open("B");

        tickets.link(a, LinkType.RELATED_TO, b);
        tickets.link(b, LinkType.RELATED_TO, a);
        assertThat(tickets.links(a)).hasSize(1);
        tickets.unlink(b, LinkType.RELATED_TO, a);

        assertThat(tickets.links(a)).isEmpty();
    }

    @Test
    void refuses_a_link_to_itself_one_that_closes_a_cycle_and_one_that_only_merging_makes() {
        TicketId a = open("A");
        TicketId b = open("B");
        TicketId c = open("C");
        tickets.link(a, LinkType.BLOCKED_BY, b);
        tickets.link(b, LinkType.BLOCKED_BY, c);

        refused(RuleViolated.class, "LINK_SELF", () -> tickets.link(a, LinkType.RELATED_TO, a));
        refused(RuleViolated.class, "LINK_CYCLE", () -> tickets.link(c, LinkType.BLOCKED_BY, a));
        refused(RuleViolated.class, "LINK_TYPE", () -> tickets.link(a, LinkType.MERGED_INTO, c));
        tickets.link(c, LinkType.CAUSED_BY, a);

        assertThat(tickets.links(c))
                .extracting(Link::type)
                .containsExactlyInAnyOrder(LinkType.BLOCKED_BY, LinkType.CAUSED_BY);
    }

    @Test
    void refuses_a_parent_that_is_itself_or_hangs_below_it() {
        TicketId a = open("A");
        TicketId b = incidents.open(OpenTicket.titled("B").under(a)).id();
        TicketId c = incidents.open(OpenTicket.titled("C").under(b)).id();

        refused(RuleViolated.class, "PARENT_CYCLE", () -> tickets.placeUnder(a, a));
        refused(RuleViolated.class, "PARENT_CYCLE", () -> tickets.placeUnder(a, c));
        assertThat(tickets.get(c).family().parent()).isEqualTo(b);
        tickets.placeUnder(b, null);
        tickets.placeUnder(a, c);

        assertThat(tickets.get(a).family().parent()).isEqualTo(c);
        assertThat(tickets.get(b).family().parent()).isNull();
    }

    @Test
    void refuses_a_tree_deeper_than_ten_and_a_parent_that_has_ended() {
        TicketId at = open("level 1");
        for (int level = 2; level <= Family.DEPTH; level++) {
            at = incidents.open(OpenTicket.titled("level " + level).under(at)).id();
        }
        TicketId deepest = at;
        TicketId ended = open("ended");
        incidents.cancel(ended, "by mistake");
        TicketId single = open("single");

        refused(
                RuleViolated.class,
                "TREE_TOO_DEEP",
                () -> incidents.open(OpenTicket.titled("level 11").under(deepest)));
        refused(RuleViolated.class, "TREE_TOO_DEEP", () -> tickets.placeUnder(single, deepest));
        refused(RuleViolated.class, "PARENT_ENDED", () -> tickets.placeUnder(single, ended));

        assertThat(tickets.get(single).family().parent()).isNull();
        assertThat(tickets.count(Criterion.all())).isEqualTo(12);
    }

    @Test
    void merges_one_ticket_into_another_with_its_watchers_and_children() {
        TicketId source = incidents
                .open(OpenTicket.titled("VPN slow").requestedBy("alice").watchedBy("dora"))
                .id();
        TicketId target = incidents
                .open(OpenTicket.titled("VPN down").requestedBy("zoe").watchedBy("erik"))
                .id();
        TicketId child =
                incidents.open(OpenTicket.titled("child").under(source)).id();

        tickets.merge(source, target);

        Ticket<Incident> merged = tickets.get(source);
        assertThat(merged.state()).isEqualTo(IncidentLifecycle.CLOSED);
        assertThat(merged.family().mergedInto()).isEqualTo(target);
        assertThat(tickets.resolveMerged(source).id()).isEqualTo(target);
        assertThat(tickets.get(target).people().watchers())
                .containsExactlyInAnyOrder(new PersonId("alice"), new PersonId("dora"), new PersonId("erik"));
        assertThat(tickets.get(child).family().parent()).isEqualTo(target);
        assertThat(tickets.links(target))
                .singleElement()
                .satisfies(link -> assertThat(link.type()).isEqualTo(LinkType.MERGED_INTO));
    }

    @Test
    void follows_a_chain_of_merges_to_its_root_and_refuses_one_that_leads_back() {
        TicketId a = open("A");
        TicketId b = open("B");
        TicketId c = open("C");
        tickets.merge(a, b);
        tickets.merge(b, c);

        assertThat(tickets.resolveMerged(a).id()).isEqualTo(c);
        refused(RuleViolated.class, "MERGE_SELF", () -> tickets.merge(c, c));
        refused(RuleViolated.class, "MERGE_MERGED", () -> tickets.merge(c, a));
        assertThat(tickets.get(c).state()).isEqualTo(IncidentLifecycle.NEW);
    }

    @Test
    void takes_a_merge_back() {
        TicketId source = open("VPN slow");
        TicketId target = open("VPN down");
        tickets.merge(source, target);

        tickets.undoMerge(source);

        Ticket<Incident> again = tickets.get(source);
        assertThat(again.family().mergedInto()).isNull();
        assertThat(again.state()).isEqualTo(IncidentLifecycle.IN_PROGRESS);
        assertThat(again.times().reopens()).isEqualTo(1);
        assertThat(again.times().closedAt()).isNull();
        assertThat(tickets.links(target)).isEmpty();
        tickets.merge(source, target);
        assertThat(tickets.get(source).family().mergedInto()).isEqualTo(target);
    }

    @Test
    void splits_a_ticket_and_keeps_both() {
        TicketId source = incidents
                .open(OpenTicket.titled("VPN and printer")
                        .requestedBy("alice")
                        .inCategory("office")
                        .tagged("floor-3"))
                .id();

        Ticket<Incident> born = tickets.split(source, new Split("Printer", "no toner"));

        Ticket<Incident> found = tickets.get(born.id());
        assertThat(found).isEqualTo(born);
        assertThat(found.people().requester()).isEqualTo(new PersonId("alice"));
        assertThat(found.classification().category()).isEqualTo("office");
        assertThat(found.classification().tags()).containsExactly("floor-3");
        assertThat(found.content().description()).isEqualTo("no toner");
        assertThat(tickets.get(source).state()).isEqualTo(IncidentLifecycle.NEW);
        assertThat(tickets.get(source).version()).isEqualTo(2);
        assertThat(tickets.links(source))
                .singleElement()
                .satisfies(link -> assertThat(link.from()).isEqualTo(born.id()));
    }

    @Test
    void opens_a_follow_up_of_an_ended_ticket() {
        TicketId source = open("Printer");
        incidents.resolve(source, ResolveIncident.with("FIXED", "paper"));
        incidents.close(source);

        Ticket<Incident> next = incidents.followUp(source, "Printer again");

        assertThat(tickets.get(next.id()).title()).isEqualTo("Printer again");
        assertThat(tickets.get(next.id()).state()).isEqualTo(IncidentLifecycle.NEW);
        assertThat(tickets.links(source))
                .singleElement()
                .satisfies(link -> assertThat(link.type()).isEqualTo(LinkType.FOLLOW_UP_OF));
        assertThat(tickets.get(source).state()).isEqualTo(IncidentLifecycle.CLOSED);
    }

    @Test
    void brings_children_and_watchers_back_when_a_merge_is_undone_and_leaves_what_came_later() {
        TicketId source = incidents
                .open(OpenTicket.titled("VPN slow").requestedBy("alice").watchedBy("dora", "erik"))
                .id();
        TicketId target = incidents
                .open(OpenTicket.titled("VPN down").requestedBy("zoe").watchedBy("erik"))
                .id();
        TicketId child =
                incidents.open(OpenTicket.titled("child").under(source)).id();
        TicketId moved =
                incidents.open(OpenTicket.titled("moved on").under(source)).id();
        TicketId own = incidents.open(OpenTicket.titled("own").under(target)).id();
        tickets.merge(source, target);
        tickets.watch(target, new ChangeWatchers(Set.of("frida"), Set.of()));
        TicketId later =
                incidents.open(OpenTicket.titled("later").under(target)).id();
        tickets.placeUnder(moved, null);

        tickets.undoMerge(source);

        assertThat(tickets.get(target).people().watchers())
                .containsExactlyInAnyOrder(new PersonId("erik"), new PersonId("frida"));
        assertThat(tickets.get(source).people().watchers())
                .containsExactlyInAnyOrder(new PersonId("dora"), new PersonId("erik"));
        assertThat(tickets.get(child).family().parent()).isEqualTo(source);
        assertThat(tickets.get(own).family().parent()).isEqualTo(target);
        assertThat(tickets.get(later).family().parent()).isEqualTo(target);
        assertThat(tickets.get(moved).family().parent()).isNull();
        assertThat(tickets.journal(target, PageRequest.all()).items())
                .extracting(JournalEntry::event)
                .contains("MergedTicketReceived", "MergedTicketReleased");
    }

    @Test
    void undoes_the_last_merge_only() {
        TicketId source =
                incidents.open(OpenTicket.titled("A").watchedBy("dora")).id();
        TicketId first = open("B");
        TicketId second = open("C");
        tickets.merge(source, first);
        tickets.undoMerge(source);
        tickets.watch(first, new ChangeWatchers(Set.of("dora"), Set.of()));
        tickets.merge(source, second);

        tickets.undoMerge(source);

        assertThat(tickets.get(first).people().watchers()).containsExactly(new PersonId("dora"));
        assertThat(tickets.get(second).people().watchers()).isEmpty();
    }

    @Test
    void leaves_a_child_where_it_is_when_the_ticket_merged_into_hangs_below_it() {
        TicketId source = open("A");
        TicketId child = incidents.open(OpenTicket.titled("B").under(source)).id();
        TicketId target = incidents.open(OpenTicket.titled("C").under(child)).id();

        tickets.merge(source, target);

        assertThat(tickets.get(child).family().parent()).isEqualTo(source);
        assertThat(tickets.get(target).family().parent()).isEqualTo(child);
        refused(RuleViolated.class, "PARENT_CYCLE", () -> tickets.placeUnder(child, target));
    }

    @Test
    void refuses_a_merge_that_would_make_a_tree_too_deep() {
        TicketId at = open("level 1");
        for (int level = 2; level <= Family.DEPTH; level++) {
            at = incidents.open(OpenTicket.titled("level " + level).under(at)).id();
        }
        TicketId deepest = at;
        TicketId source = open("source");
        TicketId child =
                incidents.open(OpenTicket.titled("child").under(source)).id();

        refused(RuleViolated.class, "TREE_TOO_DEEP", () -> tickets.merge(source, deepest));

        assertThat(tickets.get(child).family().parent()).isEqualTo(source);
        assertThat(tickets.get(source).state()).isEqualTo(IncidentLifecycle.NEW);
    }

    @Test
    void keeps_a_link_without_direction_from_the_smaller_id_to_the_larger() {
        TicketId a = open("A");
        TicketId b = open("B");
        assertThat(a.value()).isLessThan(b.value());

        tickets.link(b, LinkType.RELATED_TO, a);
        tickets.link(b, LinkType.BLOCKED_BY, a);

        assertThat(tickets.links(a)).hasSize(2).isEqualTo(tickets.links(b));
        assertThat(tickets.links(a))
                .allSatisfy(
                        link -> assertThat(link.from()).isEqualTo(link.type().isSymmetric() ? a : b));
    }

    @Test
    void opens_no_follow_up_of_a_ticket_that_is_being_worked_on_or_is_not_as_it_was_seen() {
        TicketId source = open("Printer");
        refused(RuleViolated.class, "FOLLOW_UP_OPEN", () -> incidents.followUp(source, "Printer again"));
        incidents.start(source);
        refused(RuleViolated.class, "FOLLOW_UP_OPEN", () -> incidents.followUp(source, "Printer again"));
        incidents.resolve(source, ResolveIncident.with("FIXED", "paper"));

        refused(
                Conflict.class,
                "CONFLICT",
                () -> incidents.with(CommandOptions.expecting(2)).followUp(source, "Printer again"));
        assertThat(incidents.count(Criterion.all())).isEqualTo(1);
        incidents.with(CommandOptions.expecting(3)).followUp(source, "Printer again");

        assertThat(incidents.count(Criterion.all())).isEqualTo(2);
    }

    @Test
    void leaves_items_behind_that_somebody_took_off() {
        TicketId source = incidents
                .open(OpenTicket.titled("Printer").touching("printer-1"))
                .id();
        incidents.update(
                source,
                UpdateTicket.NOTHING.touching(List.of(
                        AffectedCi.named("printer-1"),
                        new AffectedCi("switch-2", AffectedCi.Origin.COMPUTED),
                        new AffectedCi("router-3", AffectedCi.Origin.EXCLUDED))));
        Ticket<Incident> part = tickets.split(source, new Split("Toner", null));
        incidents.resolve(source, ResolveIncident.with("FIXED", "paper"));
        Ticket<Incident> next = incidents.followUp(source, "Printer again");

        assertThat(tickets.get(part.id()).classification().affected())
                .containsExactlyInAnyOrder("printer-1", "switch-2");
        assertThat(tickets.get(next.id()).classification().cis())
                .extracting(AffectedCi::ci)
                .containsExactlyInAnyOrder("printer-1", "switch-2");
    }

    @Test
    void leaves_behind_and_notes_what_no_ticket_can_be_given_any_more() {
        FieldSchema then = FieldSchema.of(
                FieldDefinition.option("wing", "east", "west"),
                FieldDefinition.option("colour", "red", "blue"),
                FieldDefinition.of("phone", FieldDefinition.Type.TEXT));
        FieldSchema now = FieldSchema.of(
                FieldDefinition.option("wing", "east", "south"), FieldDefinition.option("colour", "red", "blue"));
        Incidents before = builder()
                .ids(IdSource.seeded(21))
                .incidents(type -> type.with(change -> change.fields(then)))
                .build()
                .as(bob)
                .incidents();
        TicketId source = before.open(OpenTicket.titled("Printer")
                        .inCategory("office/printer")
                        .withFields(Map.of("wing", "west", "colour", "red", "phone", "4711")))
                .id();
        Incidents after = builder()
                .ids(IdSource.seeded(22))
                .definitions(Definitions.fixed(CategoryTree.of("office/paper"), List.of(), List.of()))
                .incidents(type -> type.with(change -> change.fields(now)))
                .build()
                .as(bob)
                .incidents();

        Ticket<Incident> part = after.tickets().split(source, new Split("Toner", null));
        after.resolve(source, ResolveIncident.with("FIXED", "paper"));
        Ticket<Incident> next = after.followUp(source, "Printer again");

        for (TicketId id : List.of(part.id(), next.id())) {
            Ticket<Incident> found = after.get(id);
            assertThat(found.classification().category()).isNull();
            assertThat(found.fields()).containsOnlyKeys("colour");
            assertThat(after.tickets()
                            .journal(id, PageRequest.all())
                            .items()
                            .get(0)
                            .data())
                    .containsEntry("dropped", List.of("category", "field.phone", "field.wing"));
        }
    }
}
