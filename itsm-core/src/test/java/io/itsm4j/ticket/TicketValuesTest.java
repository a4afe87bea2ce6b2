package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.InvalidInput;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small values a ticket is made of. */
class TicketValuesTest {

    @Test
    void the_standard_matrix_is_one_step_less_urgent_for_each_step_down() {
        // spotless:off
        int[][] ranks = {
            {1, 2, 3},
            {2, 3, 4},
            {3, 4, 5}};
        // spotless:on
        for (Impact impact : Impact.values()) {
            for (Urgency urgency : Urgency.values()) {
                assertThat(PriorityMatrix.STANDARD.priority(impact, urgency).rank())
                        .isEqualTo(ranks[impact.ordinal()][urgency.ordinal()]);
            }
        }
    }

    @Test
    void a_matrix_is_total_and_knows_only_ranks_that_exist() {
        assertThat(PriorityMatrix.of("flat", "111", "222", "555").priority(Impact.LOW, Urgency.HIGH))
                .isEqualTo(Priority.PLANNING);
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("123"),
                List.of("123", "234", "34"),
                List.of("123", "234", "3456"),
                List.of("123", "234", "340"),
                List.of("123", "234", "346"),
                List.of("123", "234", "34x"))) {
            assertThatThrownBy(() -> PriorityMatrix.of("wrong", wrong.toArray(String[]::new)))
                    .as("%s", wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void priorities_have_ranks_from_one() {
        for (Priority priority : Priority.values()) {
            assertThat(Priority.ofRank(priority.rank())).isEqualTo(priority);
        }
        assertThatThrownBy(() -> Priority.ofRank(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Priority.ofRank(6)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void impact_and_urgency_have_ranks_from_one_to_three() {
        assertThat(List.of(Impact.HIGH.rank(), Impact.MEDIUM.rank(), Impact.LOW.rank()))
                .containsExactly(1, 2, 3);
        assertThat(List.of(Urgency.HIGH.rank(), Urgency.MEDIUM.rank(), Urgency.LOW.rank()))
                .containsExactly(1, 2, 3);
        for (int rank = 1; rank <= 3; rank++) {
            assertThat(Impact.ofRank(rank).rank()).isEqualTo(rank);
            assertThat(Urgency.ofRank(rank).rank()).isEqualTo(rank);
        }
        for (long wrong : new long[] {0, 4, 1L << 32 | 1}) {
            assertThatThrownBy(() -> Impact.ofRank(wrong)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Urgency.ofRank(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void naming_a_category_names_those_above_it() {
        CategoryTree tree = CategoryTree.of("network/vpn/client", "network/lan", "hardware");
        assertThat(tree.contains("network/vpn")).isTrue();
        assertThat(tree.contains("network/vpn/client")).isTrue();
        assertThat(tree.contains("network/wan")).isFalse();
        assertThat(tree.contains("net")).isFalse();
        assertThat(tree.contains("")).isFalse();
        assertThat(tree.children("")).containsExactly("hardware", "network");
        assertThat(tree.children("network")).containsExactly("network/lan", "network/vpn");
        assertThat(tree.children("network/vpn/client")).isEmpty();
        assertThat(CategoryTree.OPEN.contains("anything/at/all")).isTrue();
    }

    @Test
    void a_category_path_has_one_to_ten_steps_and_none_is_blank() {
        assertThat(CategoryTree.of("1/2/3/4/5/6/7/8/9/10").contains("1/2/3")).isTrue();
        for (String wrong : List.of("", " ", "/a", "a/", "a//b", "a/ /b", "1/2/3/4/5/6/7/8/9/10/11")) {
            assertThatThrownBy(() -> CategoryTree.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_ticket_id_is_a_uuid_in_lower_case() {
        assertThat(TicketId.of("01890000-0000-7000-8000-00000000abcf"))
                .hasToString("01890000-0000-7000-8000-00000000abcf");
        for (String wrong : new String[] {
            null,
            "",
            "01890000-0000-7000-8000-00000000ABCF",
            "01890000-0000-7000-8000-00000000abcg",
            "018900000-000-7000-8000-00000000abcf",
            "01890000-0000-7000-8000-00000000abc",
            "01890000-0000-7000-8000-00000000abcf0",
            "01890000-0000-7000-8000-00000000abc/"
        }) {
            assertThatThrownBy(() -> TicketId.of(wrong)).as(wrong).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void a_first_assignment_is_no_reassignment_and_neither_is_the_same_again() {
        Assignment first = Assignment.NOBODY.to(GroupId.of("desk"), null);
        Assignment same = first.to(GroupId.of("desk"), null);
        Assignment other = same.to(GroupId.of("desk"), PersonId.of("bob"));
        assertThat(first.reassignments()).isZero();
        assertThat(same.reassignments()).isZero();
        assertThat(other.reassignments()).isEqualTo(1);
        assertThat(other.to(null, null).reassignments()).isEqualTo(2);
        assertThat(other.escalated(2)).isEqualTo(new Assignment(GroupId.of("desk"), PersonId.of("bob"), 2, 1, 1));
    }

    @Test
    void a_field_is_named_by_one_to_forty_letters_digits_hyphens_and_underscores() {
        assertThat(FieldDefinition.of("étage_2-b", FieldDefinition.Type.TEXT).key())
                .isEqualTo("étage_2-b");
        assertThat(FieldDefinition.of("x".repeat(40), FieldDefinition.Type.TEXT).key())
                .hasSize(40);
        for (String wrong : List.of("", "x".repeat(41), "a b", "a.b", "a'", "a\n", "{a}", "[a]")) {
            assertThatThrownBy(() -> FieldDefinition.of(wrong, FieldDefinition.Type.TEXT))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> FieldDefinition.option("colour")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FieldDefinition.of("colour", FieldDefinition.Type.OPTION))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FieldDefinition("n", FieldDefinition.Type.NUMBER, false, false, List.of("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void folding_makes_words_meet_that_differ_by_case_only() {
        assertThat(TicketAttributes.fold("VPN-Störung STRASSE")).isEqualTo(TicketAttributes.fold("vpn-störung straße"));
        assertThat(TicketAttributes.fold("I")).isEqualTo("i");
    }
}
