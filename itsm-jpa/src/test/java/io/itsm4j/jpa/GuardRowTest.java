package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.jpa.fixture.Bench;
import io.itsm4j.jpa.fixture.Stores;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import org.junit.jupiter.params.ParameterizedTest;

class GuardRowTest {

    @ParameterizedTest
    @Stores
    void a_row_that_is_looked_for_with_a_lock_can_be_made_by_another_transaction_meanwhile(TestStore where) {
        Bench bench = where.shared();
        Itsm itsm = Itsm.builder().store(JpaStore.owning(bench.factory())).build();
        Actor bob = Actor.of("guards", "bob", Role.AGENT);
        var incidents = itsm.as(bob).incidents();
        var cause = incidents.open(OpenTicket.titled("cause"));
        var effect = incidents.open(OpenTicket.titled("effect"));
        incidents.tickets().link(effect.id(), LinkType.CAUSED_BY, cause.id());
        assertThat(bench.sql("select to_id from itsm_link where tenant = 'guards'"))
                .containsExactly(cause.id().value());
    }
}
