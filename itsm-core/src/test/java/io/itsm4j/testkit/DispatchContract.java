package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.HostFault;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.CategoryTree;
import io.itsm4j.ticket.Definitions;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.RoutingRule;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketTemplate;
import io.itsm4j.ticket.UpdateTicket;
import io.itsm4j.ticket.Urgency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where new tickets go, what fills them, and what the host's directory says of those who act and are assigned. */
public abstract class DispatchContract extends Contract {

    private static final Definitions DATA = Definitions.fixed(
            CategoryTree.of("network/vpn", "office"),
            List.of(
                    new RoutingRule(
                            "vpn by night",
                            "incident",
                            TicketAttributes.CATEGORY.is("network/vpn"),
                            "network",
                            "nina",
                            2),
                    RoutingRule.toGroup("urgent", TicketAttributes.PRIORITY.atMost(Priority.HIGH), "hotline"),
                    RoutingRule.toGroup("rest", Criterion.all(), "desk")),
            List.of(new TicketTemplate(
                    "vpn",
                    OpenTicket.titled("VPN does not connect")
                            .inCategory("network/vpn")
                            .rated(Impact.MEDIUM, Urgency.MEDIUM)
                            .tagged("vpn"))));

    private Incidents routed() {
        return builder().definitions(DATA).build().as(bob).incidents();
    }

    @Test
    void sends_a_new_ticket_where_the_first_fitting_rule_says() {
        Incidents incidents = routed();

        Ticket<Incident> vpn = incidents.open(OpenTicket.titled("VPN").inCategory("network/vpn"));
        Ticket<Incident> urgent = incidents.open(OpenTicket.titled("Fire").rated(Impact.HIGH, Urgency.HIGH));
        Ticket<Incident> rest = incidents.open(OpenTicket.titled("Printer"));
        Ticket<Incident> named = incidents.open(OpenTicket.titled("Printer").forGroup("purchase"));

        assertThat(incidents.get(vpn.id()).assignment().group()).isEqualTo(GroupId.of("network"));
        assertThat(incidents.get(vpn.id()).assignment().assignee()).isEqualTo(PersonId.of("nina"));
        assertThat(incidents.get(vpn.id()).assignment().tier()).isEqualTo(2);
        assertThat(incidents.get(urgent.id()).assignment().group()).isEqualTo(GroupId.of("hotline"));
        assertThat(incidents.get(rest.id()).assignment().group()).isEqualTo(GroupId.of("desk"));
        assertThat(incidents.get(named.id()).assignment().group()).isEqualTo(GroupId.of("purchase"));
        JournalEntry first =
                incidents.tickets().journal(vpn.id(), PageRequest.all()).items().get(0);
        assertThat(first.data()).containsEntry("routedBy", "vpn by night");
    }

    @Test
    void fills_what_a_template_says_and_the_input_does_not() {
        Incidents incidents = routed();

        Ticket<Incident> plain =
                incidents.open(OpenTicket.titled(null).fromTemplate("vpn").tagged("berlin"));
        Ticket<Incident> own = incidents.open(
                OpenTicket.titled("VPN drops").fromTemplate("vpn").rated(Impact.HIGH, null));

        assertThat(incidents.get(plain.id()).title()).isEqualTo("VPN does not connect");
        assertThat(incidents.get(plain.id()).classification().tags()).containsExactlyInAnyOrder("vpn", "berlin");
        assertThat(incidents.get(plain.id()).priority()).isEqualTo(Priority.MODERATE);
        assertThat(incidents.get(own.id()).title()).isEqualTo("VPN drops");
        assertThat(incidents.get(own.id()).priority()).isEqualTo(Priority.HIGH);
        refused(
                InvalidInput.class,
                "UNKNOWN",
                () -> incidents.open(OpenTicket.titled("x").fromTemplate("vpm")));
    }

    @Test
    void takes_the_categories_of_the_tree_and_their_parents_only() {
        Incidents incidents = routed();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer").inCategory("network"));

        refused(
                RuleViolated.class,
                "CATEGORY_UNKNOWN",
                () -> incidents.open(OpenTicket.titled("Printer").inCategory("Network")));
        refused(
                RuleViolated.class,
                "CATEGORY_UNKNOWN",
                () -> incidents.update(ticket.id(), UpdateTicket.NOTHING.inCategory("network/wifi")));
        incidents.update(ticket.id(), UpdateTicket.NOTHING.inCategory("office"));

        assertThat(incidents.get(ticket.id()).classification().category()).isEqualTo("office");
        assertThat(incidents.count(Criterion.all())).isEqualTo(1);
    }

    /** A directory that can be changed while tests run. */
    private static final class People implements Directory {

        private final Map<PersonId, Person> people = new HashMap<>();

        void know(String id, boolean active, Set<Role> roles, String... groups) {
            Set<GroupId> all = Actor.of("acme", id).inGroups(groups).groups();
            people.put(PersonId.of(id), new Person(PersonId.of(id), id, active, roles, all, null));
        }

        @Override
        public Optional<Person> person(TenantId tenant, PersonId id) {
            if (id.value().equals("boom")) {
                throw new IllegalStateException("the directory is down");
            }
            return Optional.ofNullable(people.get(id));
        }

        @Override
        public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
            return group.value().equals("unknown")
                    ? Optional.empty()
                    : Optional.of(person(tenant, person)
                            .map(found -> found.groups().contains(group))
                            .orElse(false));
        }
    }

    @Test
    void believes_the_directory_more_than_what_an_actor_says_of_itself() {
        People people = new People();
        people.know("bob", true, Set.of(Role.AGENT), "desk");
        Itsm itsm = builder().directory(people).build();
        Incidents incidents = itsm.as(bob).incidents();
        Ticket<Incident> hidden = incidents.open(OpenTicket.titled("Payroll").restrictedToGroups("network"));

        assertThat(incidents.find(hidden.id())).isEmpty();
        people.know("bob", true, Set.of(Role.AGENT), "network");
        assertThat(incidents.find(hidden.id())).isPresent();
        people.know("bob", true, Set.of(Role.REQUESTER), "network");

        refused(NotPermitted.class, "NOT_PERMITTED", () -> incidents.start(hidden.id()));
    }

    @Test
    void refuses_somebody_disabled_a_moment_ago() {
        People people = new People();
        people.know("bob", true, Set.of(Role.AGENT), "desk");
        Incidents incidents = builder().directory(people).build().as(bob).incidents();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer"));

        people.know("bob", false, Set.of(Role.AGENT), "desk");
        refused(NotPermitted.class, "ACTOR_DISABLED", () -> incidents.start(ticket.id()));
        people.know("bob", true, Set.of(Role.AGENT), "desk");

        assertThat(incidents.get(ticket.id())).isEqualTo(ticket);
    }

    @Test
    void assigns_active_members_of_the_group_only() {
        People people = new People();
        people.know("bob", true, Set.of(Role.AGENT), "desk");
        people.know("nina", true, Set.of(Role.AGENT), "network");
        people.know("gone", false, Set.of(Role.AGENT), "network");
        Incidents incidents = builder().directory(people).build().as(bob).incidents();
        Ticket<Incident> ticket = incidents.open(OpenTicket.titled("Printer"));

        refused(
                RuleViolated.class,
                "ASSIGNEE_NOT_IN_GROUP",
                () -> incidents.assign(ticket.id(), Assign.to("network", "bob")));
        refused(
                RuleViolated.class,
                "ASSIGNEE_DISABLED",
                () -> incidents.assign(ticket.id(), Assign.to("network", "gone")));
        refused(HostFault.class, "HOST_DIRECTORY", () -> incidents.assign(ticket.id(), Assign.to("network", "boom")));
        assertThat(incidents.get(ticket.id())).isEqualTo(ticket);
        incidents.assign(ticket.id(), Assign.to("network", "nina"));
        incidents.assign(ticket.id(), Assign.to("unknown", "bob"));

        assertThat(incidents.get(ticket.id()).assignment().assignee()).isEqualTo(bob.id());
    }
}
