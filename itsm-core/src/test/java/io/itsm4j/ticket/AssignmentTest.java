package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final GroupId NETWORK = new GroupId("network");
    private static final PersonId ANNA = PersonId.of("anna");
    private static final PersonId BEN = PersonId.of("ben");

    @Test
    void does_not_count_the_first_assignment_nor_one_that_changes_nothing() {
        Assignment first = Assignment.NOBODY.to(NETWORK, ANNA);

        assertThat(first.reassignments()).isZero();
        assertThat(first.to(NETWORK, ANNA).reassignments()).isZero();
    }

    @Test
    void counts_every_change_after_the_first_also_when_nobody_had_it_in_between() {
        Assignment taken = Assignment.NOBODY.to(NETWORK, ANNA);
        Assignment given = taken.to(NETWORK, BEN);
        Assignment dropped = given.to(null, null);
        Assignment again = dropped.to(NETWORK, BEN);

        assertThat(given.reassignments()).isEqualTo(1);
        assertThat(dropped.reassignments()).isEqualTo(2);
        assertThat(again.reassignments()).isEqualTo(3);
    }
}
