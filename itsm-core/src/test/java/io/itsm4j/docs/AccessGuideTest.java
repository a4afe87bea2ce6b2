package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.AccessPolicy;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Restrict;
import io.itsm4j.ticket.TicketId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessGuideTest {

    private final Actor bob = Actor.of("acme", "bob", Role.AGENT);

    @Test
    void an_actor_is_confined_to_a_tenant() {
        Itsm itsm = Itsm.inMemory();

        // region access-actor
        Actor bob = Actor.of("acme", "bob", Role.AGENT).inGroups("network");
        Actor standIn = Actor.of("acme", "dora", Role.AGENT).onBehalfOf("bob");
        Actor elsewhere = Actor.of("globex", "bob", Role.AGENT);
        // endregion

        TicketId id =
                itsm.as(bob).incidents().open(OpenTicket.titled("VPN is down")).id();
        assertThat(catchThrowableOfType(
                                NotFound.class,
                                () -> itsm.as(elsewhere).incidents().get(id))
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(standIn.onBehalfOf()).isEqualTo(bob.id());
    }

    // region access-directory
    /** The host's people; here from a map. */
    record Staff(Map<PersonId, Person> people) implements Directory {

        @Override
        public Optional<Person> person(TenantId tenant, PersonId id) {
            return Optional.ofNullable(people.get(id));
        }

        @Override
        public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId id) {
            return person(tenant, id).map(person -> person.groups().contains(group));
        }
    }
    // endregion

    @Test
    void the_directory_wins_over_what_the_actor_says() {
        PersonId id = PersonId.of("bob");
        Person gone = new Person(id, "Bob", false, Set.of(Role.AGENT), Set.of(), null);
        Itsm itsm = Itsm.builder().directory(new Staff(Map.of(id, gone))).build();

        NotPermitted refused = catchThrowableOfType(
                NotPermitted.class, () -> itsm.as(bob).incidents().open(OpenTicket.titled("VPN is down")));

        assertThat(refused.code()).isEqualTo("ACTOR_DISABLED");
    }

    @Test
    void a_policy_narrows_what_the_types_declare() {
        // region access-policy
        AccessPolicy declared = AccessPolicy.declared();
        AccessPolicy onlySeniorsCancel = (actor, permission, roles) -> declared.permits(actor, permission, roles)
                && (!permission.verb().equals("cancel") || actor.is(Role.of("SENIOR")));
        Itsm itsm = Itsm.builder().policy(onlySeniorsCancel).build();
        // endregion

        TicketId id =
                itsm.as(bob).incidents().open(OpenTicket.titled("VPN is down")).id();
        NotPermitted refused = catchThrowableOfType(
                NotPermitted.class, () -> itsm.as(bob).incidents().cancel(id, "no longer needed"));
        assertThat(refused.code()).isEqualTo("NOT_PERMITTED");
    }

    @Test
    void a_restricted_ticket_is_there_for_its_groups_only() {
        Itsm itsm = Itsm.inMemory();
        Actor manager = Actor.of("acme", "hanna", Role.AGENT, Role.MANAGER).inGroups("hr");
        TicketId id = itsm.as(manager)
                .incidents()
                .open(OpenTicket.titled("A warning letter"))
                .id();

        // region access-restrict
        itsm.as(manager).incidents().tickets().restrict(id, new Restrict(Set.of("hr")));
        boolean visible = itsm.as(bob).incidents().find(id).isPresent(); // false: bob is not of hr
        // endregion

        assertThat(visible).isFalse();
        assertThat(itsm.as(bob).queue().count(io.itsm4j.storage.Criterion.all()))
                .isZero();
    }
}
