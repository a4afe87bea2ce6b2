package io.itsm4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.lifecycle.Transition;
import io.itsm4j.ticket.TicketType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class XesTransitionTest {

    private static State state(StateCategory category) {
        return State.of("ANY_" + category, category);
    }

    private static XesTransition between(StateCategory from, StateCategory to) {
        return XesTransition.between(state(from), State.of("NEXT", to));
    }

    @Test
    void are_spelt_as_the_extension_spells_them() {
        assertThat(Arrays.stream(XesTransition.values()).map(XesTransition::toString))
                .containsExactlyInAnyOrder(
                        "schedule",
                        "assign",
                        "reassign",
                        "start",
                        "suspend",
                        "resume",
                        "autoskip",
                        "manualskip",
                        "withdraw",
                        "ate_abort",
                        "pi_abort",
                        "complete",
                        "unknown");
    }

    @Test
    void follow_from_the_categories() {
        assertThat(XesTransition.between(null, state(StateCategory.NEW))).isEqualTo(XesTransition.SCHEDULE);
        assertThat(between(StateCategory.NEW, StateCategory.ACTIVE)).isEqualTo(XesTransition.START);
        assertThat(between(StateCategory.NEW, StateCategory.PENDING)).isEqualTo(XesTransition.SUSPEND);
        assertThat(between(StateCategory.ACTIVE, StateCategory.PENDING)).isEqualTo(XesTransition.SUSPEND);
        assertThat(between(StateCategory.PENDING, StateCategory.ACTIVE)).isEqualTo(XesTransition.RESUME);
        assertThat(between(StateCategory.ACTIVE, StateCategory.ACTIVE)).isEqualTo(XesTransition.UNKNOWN);
        assertThat(between(StateCategory.PENDING, StateCategory.RESOLVED)).isEqualTo(XesTransition.COMPLETE);
        assertThat(between(StateCategory.ACTIVE, StateCategory.CLOSED)).isEqualTo(XesTransition.COMPLETE);
        assertThat(between(StateCategory.RESOLVED, StateCategory.CLOSED)).isEqualTo(XesTransition.UNKNOWN);
        assertThat(between(StateCategory.RESOLVED, StateCategory.ACTIVE)).isEqualTo(XesTransition.START);
        assertThat(between(StateCategory.CLOSED, StateCategory.ACTIVE)).isEqualTo(XesTransition.START);
        assertThat(between(StateCategory.NEW, StateCategory.CANCELLED)).isEqualTo(XesTransition.WITHDRAW);
        assertThat(between(StateCategory.ACTIVE, StateCategory.CANCELLED)).isEqualTo(XesTransition.PI_ABORT);
    }

    @Test
    void name_what_failed_or_was_refused() {
        State active = state(StateCategory.ACTIVE);
        assertThat(XesTransition.between(active, State.of("ROLLED_BACK", StateCategory.CLOSED)))
                .isEqualTo(XesTransition.ATE_ABORT);
        assertThat(XesTransition.between(active, State.of("REJECTED", StateCategory.CLOSED)))
                .isEqualTo(XesTransition.WITHDRAW);
    }

    @Test
    void every_move_of_every_type_that_ends_or_stops_or_takes_up_the_work_has_one() {
        try (Itsm itsm = Itsm.inMemory()) {
            for (TicketType<?> type : itsm.types()) {
                for (Transition<?> row : type.lifecycle().transitions()) {
                    XesTransition meant = XesTransition.between(row.from(), row.to());
                    boolean moves = row.from().category() != row.to().category();
                    boolean confirms = row.from().category() == StateCategory.RESOLVED
                            || row.from().category().isTerminal();
                    if (moves && !confirms && row.to().category() != StateCategory.NEW) {
                        assertThat(meant).as("%s %s", type, row).isNotEqualTo(XesTransition.UNKNOWN);
                    }
                    if (row.stays()) {
                        assertThat(meant).as("%s %s", type, row).isEqualTo(XesTransition.UNKNOWN);
                    }
                }
            }
        }
    }
}
