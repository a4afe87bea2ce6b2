package io.itsm4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleWordsTest {

    @ParameterizedTest
    @CsvSource({"NEW,New", "IN_PROGRESS,In Progress", "TIER_2,Tier 2", "A__B_,A B"})
    void a_state_has_a_label_for_english_readers(String name, String label) {
        assertThat(State.of(name, StateCategory.ACTIVE).label()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "new", "_NEW", "1ST", "IN PROGRESS", "NEW\n", "处理中"})
    void a_state_name_is_upper_case_words(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> State.of(name, StateCategory.NEW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Resolve", "-resolve", "re solve", "re_solve", "resolve\n", "解决"})
    void an_action_name_is_lower_case_words(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Action.of(name));
    }

    @Test
    void names_have_at_most_forty_characters() {
        assertThat(State.of("A".repeat(40), StateCategory.NEW).name()).hasSize(40);
        assertThatIllegalArgumentException().isThrownBy(() -> State.of("A".repeat(41), StateCategory.NEW));
        assertThat(Action.of("a".repeat(40))).hasToString("a".repeat(40));
        assertThatIllegalArgumentException().isThrownBy(() -> Action.of("a".repeat(41)));
    }

    @Test
    void only_closed_and_cancelled_are_terminal_and_all_others_open() {
        assertThat(Arrays.stream(StateCategory.values()).filter(StateCategory::isTerminal))
                .containsExactly(StateCategory.CLOSED, StateCategory.CANCELLED);
        assertThat(StateCategory.values()).allMatch(category -> category.isOpen() != category.isTerminal());
    }

    @Test
    void a_guard_prints_itself_as_its_name_and_refuses_with_its_reason() {
        Guard<String> guard = Guard.named("NOT_EMPTY", "it is empty", text -> !text.isEmpty());
        assertThat(guard).hasToString("NOT_EMPTY");
        assertThat(guard.reads()).isEmpty();
        assertThat(guard.check("x")).isSameAs(Verdict.PASS);
        assertThat(guard.check("")).isEqualTo(Verdict.refuse("it is empty"));
        assertThatIllegalArgumentException().isThrownBy(() -> Guard.named("not empty", "it is", context -> true));
        assertThatIllegalArgumentException().isThrownBy(() -> Guard.named("NOT_EMPTY", " ", context -> true));
    }

    @Test
    void a_refusal_has_a_reason_and_a_pass_has_none() {
        assertThat(Verdict.PASS.passed()).isTrue();
        assertThat(Verdict.PASS.reason()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Verdict.refuse(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(true, "but"));
    }

    @Test
    @SuppressWarnings("NullAway") // a host may compile without it
    void a_table_refuses_what_is_not_a_word_at_once() {
        var begin = State.of("BEGIN", StateCategory.NEW);
        LifecycleBuilder<String> builder = Lifecycle.named("words");
        assertThatIllegalArgumentException().isThrownBy(() -> Lifecycle.named("two words"));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.version(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.transition("Go"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.stay("go").in(begin).requires(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.stay("go").in(begin).effect(""));
        assertThatNullPointerException().isThrownBy(() -> builder.initial(null));
    }
}
