package io.itsm4j.testkit;

import static io.itsm4j.testkit.LifecycleAssert.assertSound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.lifecycle.Fault;
import io.itsm4j.lifecycle.InvalidLifecycleException;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LifecycleCheckTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return LifecycleCheck.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** What a host might write. */
    static final class Sound {

        private static final Lifecycle<Object> KEPT = table().build();

        private Sound() {}

        static LifecycleBuilder<Object> table() {
            State in = State.of("IN", StateCategory.NEW);
            return Lifecycle.<Object>named("sound")
                    .initial(in)
                    .transition("go")
                    .from(in)
                    .to(State.of("OUT", StateCategory.CLOSED))
                    .stay("sing")
                    .inEvery();
        }
    }

    /** A class that cannot even be initialised. */
    static final class Broken {

        static final Lifecycle<Object> KEPT = FaultyLifecycles.severalAtOnce().build();

        private Broken() {}
    }

    @Test
    void the_library_s_own_lifecycles_are_sound() {
        assertThat(run(ShippedLifecycles.class.getName())).as(said()).isZero();
        assertThat(said()).contains("incident: incident v1 is sound, 6 states");
        try (Itsm itsm = Itsm.inMemory()) {
            assertThat(itsm.types()).isNotEmpty().allSatisfy(LifecycleAssert::assertSound);
            assertThat(said().lines()).hasSize(itsm.types().size() + 1);
        }
    }

    @Test
    void every_kind_of_fault_is_found_in_the_faulty_ones() {
        // spotless:off
        Map<String, Fault.Kind> wanted = new TreeMap<>(Map.ofEntries(
                Map.entry("missingInitial", Fault.Kind.MISSING_INITIAL),
                Map.entry("terminalInitial", Fault.Kind.TERMINAL_INITIAL),
                Map.entry("unreachableState", Fault.Kind.UNREACHABLE_STATE),
                Map.entry("deadEnd", Fault.Kind.DEAD_END),
                Map.entry("trap", Fault.Kind.TRAP),
                Map.entry("unusedState", Fault.Kind.UNUSED_STATE),
                Map.entry("twoCategories", Fault.Kind.STATE_WITH_TWO_CATEGORIES),
                Map.entry("duplicateTransition", Fault.Kind.DUPLICATE_TRANSITION),
                Map.entry("unusedAction", Fault.Kind.UNUSED_ACTION),
                Map.entry("guardsShareAName", Fault.Kind.GUARDS_SHARE_A_NAME),
                Map.entry("guardWithoutAName", Fault.Kind.GUARD_WITHOUT_A_NAME),
                Map.entry("unknownField", Fault.Kind.UNKNOWN_FIELD)));
        // spotless:on
        assertThat(wanted.values()).containsExactlyInAnyOrder(Fault.Kind.values());
        Map<String, Supplier<? extends Lifecycle<?>>> found = LifecycleFinder.in(FaultyLifecycles.class.getName());
        wanted.forEach((method, kind) -> {
            LifecycleReport report = LifecycleReport.of(method, found.get("FaultyLifecycles." + method + "()"));
            assertThat(report.faults()).isNotEmpty();
            assertThat(report.faults()).extracting(Fault::kind).containsOnly(kind);
            assertThat(report.isSound()).isFalse();
        });
    }

    @Test
    void the_faults_of_one_lifecycle_are_printed_all_at_once() {
        assertThat(run(FaultyLifecycles.class.getName())).isEqualTo(1);

        assertThat(said())
                .contains("FaultyLifecycles.severalAtOnce(): 6 faults\n")
                .endsWith("13 of 13 faulty\n");
        List<String> last = said().lines()
                .dropWhile(line -> !line.startsWith("FaultyLifecycles.severalAtOnce()"))
                .skip(1)
                .takeWhile(line -> line.startsWith("  "))
                .toList();
        assertThat(last)
                .containsExactlyInAnyOrder(
                        "  MISSING_INITIAL: no initial state is named",
                        "  DEAD_END: ON is active and no action leads out of it",
                        "  UNUSED_STATE: no transition leads to HELD or away from it",
                        "  DUPLICATE_TRANSITION: IN --go--> is declared 2 times: to ON, OUT",
                        "  UNUSED_ACTION: action sing is declared and no transition uses it",
                        "  UNKNOWN_FIELD: go requires 'resaon', which is not a field");
    }

    @Test
    void looks_into_fields_and_methods_whoever_may_see_them() {
        assertThat(run(Sound.class.getName())).isZero();

        assertThat(said())
                .isEqualTo(
                        "Sound.KEPT: sound v1 is sound, 2 states, 2 actions, 3 transitions of which 1 change the state\n"
                                + "Sound.table(): sound v1 is sound, 2 states, 2 actions, 3 transitions of which 1 change the state\n"
                                + "all 2 sound\n");
    }

    @Test
    void a_class_that_fails_while_it_is_initialised_is_reported_with_its_faults() {
        assertThat(run(Broken.class.getName())).isEqualTo(1);
        assertThat(said()).contains("Broken.KEPT: 6 faults").contains("1 of 1 faulty");
    }

    @Test
    void prints_the_diagrams_that_are_asked_for_and_only_of_sound_ones() {
        run("--mermaid", "--plantuml", Sound.class.getName(), FaultyLifecycles.class.getName());

        assertThat(said()).contains("stateDiagram-v2\n", "@startuml\n", "note right of IN\n");
        assertThat(said().split("stateDiagram-v2", -1)).hasSize(3);

        out.reset();
        run("--mermaid", "--no-stays", Sound.class.getName());
        assertThat(said()).contains("IN --> OUT : go").doesNotContain("note right of", "@startuml");
    }

    @Test
    void finds_sources_on_the_class_path_when_no_class_is_named() {
        assertThat(run()).isZero();
        assertThat(said()).contains("incident v1 is sound");
    }

    @Test
    void says_when_there_is_nothing_to_check() {
        assertThat(run("com.example.Missing")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no class com.example.Missing");
        assertThat(run(String.class.getName())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("java.lang.String is no LifecycleSource");
        assertThat(run("--help")).isZero();
        assertThat(said()).contains("Exit status");
    }

    @Test
    void the_assertion_names_every_fault_too() {
        AssertionError failed =
                catchThrowableOfType(AssertionError.class, () -> assertSound(FaultyLifecycles.severalAtOnce()));
        InvalidLifecycleException broken = catchThrowableOfType(
                InvalidLifecycleException.class,
                () -> FaultyLifecycles.severalAtOnce().build());

        assertThat(broken.faults())
                .hasSize(6)
                .allSatisfy(fault -> assertThat(failed).hasMessageContaining(fault.toString()));
        assertSound(Sound.table());
        assertSound(Sound.KEPT);
    }
}
