package io.itsm4j.lifecycle;

import static io.itsm4j.lifecycle.Repairs.BROUGHT;
import static io.itsm4j.lifecycle.Repairs.FETCHED;
import static io.itsm4j.lifecycle.Repairs.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleDiagramsTest {

    private static final Lifecycle<String> LOAN = Lifecycle.<String>named("loan")
            .initial(BROUGHT)
            .transition("wait")
            .from(BROUGHT)
            .to(WAITING)
            .transition("fetch")
            .from(BROUGHT, WAITING)
            .to(FETCHED)
            .stay("comment")
            .inEvery()
            .stay("remind")
            .in(WAITING)
            .build();

    @Test
    void mermaid_shows_states_categories_transitions_and_notes() {
        assertThat(LifecycleDiagrams.mermaid(LOAN)).isEqualTo("""
                        stateDiagram-v2
                            state "Brought (new)" as BROUGHT
                            state "Waiting (pending)" as WAITING
                            state "Fetched (closed)" as FETCHED
                            [*] --> BROUGHT
                            BROUGHT --> WAITING : wait
                            BROUGHT --> FETCHED : fetch
                            WAITING --> FETCHED : fetch
                            FETCHED --> [*]
                            note right of BROUGHT
                                comment
                            end note
                            note right of WAITING
                                comment, remind
                            end note
                            note right of FETCHED
                                comment
                            end note
                        """);
    }

    @Test
    void plant_uml_speaks_another_language_and_leaves_the_notes_out() {
        var chinese = Map.of("BROUGHT", "新建", "WAITING", "等待", "FETCHED", "已关闭");
        var options = DiagramOptions.STANDARD
                .withoutStays()
                .labelled(state -> chinese.getOrDefault(state.name(), state.label()));
        assertThat(LifecycleDiagrams.plantUml(LOAN, options)).isEqualTo("""
                        @startuml
                            state "新建 (new)" as BROUGHT
                            state "等待 (pending)" as WAITING
                            state "已关闭 (closed)" as FETCHED
                            [*] --> BROUGHT
                            BROUGHT --> WAITING : wait
                            BROUGHT --> FETCHED : fetch
                            WAITING --> FETCHED : fetch
                            FETCHED --> [*]
                        @enduml
                        """);
    }

    @Test
    void both_draw_notes_by_the_same_option() {
        assertThat(LifecycleDiagrams.plantUml(LOAN))
                .contains("note right of WAITING\n        comment, remind\n    end note");
        assertThat(LifecycleDiagrams.mermaid(LOAN, DiagramOptions.STANDARD.withoutStays()))
                .doesNotContain("note");
    }

    @Test
    void labels_cannot_break_out_of_the_diagram() {
        var hostile = DiagramOptions.STANDARD.labelled(state -> "a\" as X\n%%{<b>#;：\u2028\u202E𠀀");
        assertThat(LifecycleDiagrams.mermaid(LOAN, hostile))
                .contains("state \"a#34; as X #37;#37;#123;#60;b#62;#35;#59;：  𠀀 (new)\" as BROUGHT\n");
        assertThat(LifecycleDiagrams.plantUml(LOAN, hostile))
                .contains(
                        "state \"a<U+0022> as X <U+0025><U+0025><U+007B><U+003C>b<U+003E><U+0023><U+003B>：  𠀀 (new)\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACCDESCR",
                "ACCTITLE",
                "CLASS",
                "CLASSDEF",
                "CLICK",
                "DEFAULT",
                "HREF",
                "NOTE",
                "SCALE",
                "STATE",
                "STYLE"
            })
    void a_state_named_like_a_keyword_is_renamed_in_the_diagram_only(String word) {
        var begin = State.of(word, StateCategory.NEW);
        var end = State.of("END", StateCategory.CLOSED);
        var lifecycle = Lifecycle.<String>named("words")
                .initial(begin)
                .transition("go")
                .from(begin)
                .to(end)
                .stay("comment")
                .in(begin)
                .build();
        assertThat(LifecycleDiagrams.mermaid(lifecycle))
                .contains("state \"" + begin.label() + " (new)\" as s_" + word + "\n")
                .contains("[*] --> s_" + word + "\n", "s_" + word + " --> END : go\n", "note right of s_" + word);
    }

    @Test
    void a_label_that_is_null_names_its_state() {
        assertThatThrownBy(() -> LifecycleDiagrams.mermaid(LOAN, DiagramOptions.STANDARD.labelled(state -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("label of BROUGHT");
    }
}
