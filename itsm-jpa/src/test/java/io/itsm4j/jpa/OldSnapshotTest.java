package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.Incident;
import io.itsm4j.jpa.fixture.Bench;
import io.itsm4j.jpa.fixture.Host;
import io.itsm4j.jpa.fixture.Stores;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * A host's transaction has read before, and others have committed since. MariaDB goes on answering plain reads from the
 * state of the first; rules must not be decided on it.
 */
class OldSnapshotTest {

    /** Others on the same database, and the same desk within the host's transaction. */
    private record Scene(Host host, Tickets<Incident> others, Tickets<Incident> joined) {

        static Scene on(TestStore where) {
            Bench bench = where.shared();
            Host host = new Host(bench.factory());
            Actor bob = Actor.of("old-" + UUID.randomUUID(), "bob", Role.AGENT);
            Itsm here = Itsm.builder()
                    .store(JpaStore.joining(host::entities, host, bench.factory()))
                    .build();
            Itsm there = Itsm.builder().store(JpaStore.owning(bench.factory())).build();
            return new Scene(
                    host,
                    there.as(bob).incidents().tickets(),
                    here.as(bob).incidents().tickets());
        }

        TicketId open(String title) {
            return others.open(OpenTicket.titled(title)).id();
        }

        /** The host looks, others act, and then the host acts. */
        void inBetween(Runnable theirs, Runnable ours) {
            host.transaction(entities -> {
                entities.createQuery("select count(t) from ItsmTicket t").getSingleResult();
                entities.createQuery("select count(l) from ItsmLink l").getSingleResult();
                theirs.run();
                ours.run();
                return null;
            });
        }
    }

    private static void refused(String code, ThrowingCallable command) {
        assertThat(catchThrowableOfType(RuleViolated.class, command))
                .as("must be refused with %s", code)
                .extracting(RuleViolated::code)
                .isEqualTo(code);
    }

    @ParameterizedTest
    @Stores
    void makes_no_cycle_of_parents_with_one_that_others_have_placed_since(TestStore where) {
        Scene on = Scene.on(where);
        TicketId a = on.open("a");
        TicketId b = on.open("b");
        TicketId c = on.open("c");

        on.inBetween(
                () -> {
                    on.others().placeUnder(a, b);
                    on.others().placeUnder(b, c);
                },
                () -> refused("PARENT_CYCLE", () -> on.joined().placeUnder(c, a)));

        assertThat(on.others().get(c).family().parent()).isNull();
    }

    @ParameterizedTest
    @Stores
    void counts_the_levels_that_others_have_put_below_since(TestStore where) {
        Scene on = Scene.on(where);
        TicketId top = on.open("1");
        TicketId above = on.open("above");

        on.inBetween(
                () -> {
                    TicketId at = top;
                    for (int level = 2; level <= 10; level++) {
                        at = on.others()
                                .open(OpenTicket.titled("" + level).under(at))
                                .id();
                    }
                },
                () -> refused("TREE_TOO_DEEP", () -> on.joined().placeUnder(top, above)));
    }

    @ParameterizedTest
    @Stores
    void makes_no_cycle_and_no_twin_of_links_that_others_have_made_since(TestStore where) {
        Scene on = Scene.on(where);
        TicketId a = on.open("a");
        TicketId b = on.open("b");

        on.inBetween(
                () -> {
                    on.others().link(a, LinkType.BLOCKED_BY, b);
                    on.others().link(a, LinkType.RELATED_TO, b);
                },
                () -> {
                    refused("LINK_CYCLE", () -> on.joined().link(b, LinkType.BLOCKED_BY, a));
                    on.joined().link(a, LinkType.BLOCKED_BY, b);
                    on.joined().link(b, LinkType.RELATED_TO, a);
                });

        assertThat(on.others().links(a)).hasSize(2);
    }

    @ParameterizedTest
    @Stores
    void merges_nothing_into_what_others_have_merged_since_and_takes_their_children_along(TestStore where) {
        Scene on = Scene.on(where);
        TicketId a = on.open("a");
        TicketId b = on.open("b");
        TicketId c = on.open("c");
        TicketId[] child = new TicketId[1];

        on.inBetween(
                () -> {
                    on.others().merge(a, b);
                    child[0] = on.others()
                            .open(OpenTicket.titled("child").under(b))
                            .id();
                },
                () -> {
                    refused("MERGE_MERGED", () -> on.joined().merge(b, a));
                    on.joined().merge(b, c);
                });

        assertThat(on.others().get(child[0]).family().parent()).isEqualTo(c);
    }

    @ParameterizedTest
    @Stores
    void undoes_a_merge_that_others_have_made_since_with_all_that_went_over(TestStore where) {
        Scene on = Scene.on(where);
        TicketId a = on.others().open(OpenTicket.titled("a").watchedBy("dora")).id();
        TicketId b = on.others().open(OpenTicket.titled("b").watchedBy("erik")).id();
        TicketId child = on.others().open(OpenTicket.titled("child").under(a)).id();

        on.inBetween(() -> on.others().merge(a, b), () -> on.joined().undoMerge(a));

        assertThat(on.others().get(child).family().parent()).isEqualTo(a);
        assertThat(on.others().get(b).people().watchers()).containsExactly(new PersonId("erik"));
        assertThat(on.others().links(a)).isEmpty();
    }
}
