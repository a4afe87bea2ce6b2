package io.itsm4j.lifecycle;

import static io.itsm4j.lifecycle.Fault.Kind.DEAD_END;
import static io.itsm4j.lifecycle.Fault.Kind.DUPLICATE_TRANSITION;
import static io.itsm4j.lifecycle.Fault.Kind.MISSING_INITIAL;
import static io.itsm4j.lifecycle.Fault.Kind.TERMINAL_INITIAL;
import static io.itsm4j.lifecycle.Fault.Kind.TRAP;
import static io.itsm4j.lifecycle.Fault.Kind.UNREACHABLE_STATE;
import static io.itsm4j.lifecycle.Fault.Kind.UNUSED_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.lifecycle.Decision.Allowed;
import io.itsm4j.lifecycle.Decision.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random tables against oracles that share no code with the verifier: a boolean matrix, and a walk along the list. */
class LifecycleLawsTest {

    record Edge(int from, int action, int to) {}

    /** Any table, right or wrong; initial is -1 for none. */
    record Drawing(List<StateCategory> categories, int initial, List<Edge> edges) {
        State state(int i) {
            return State.of("S" + i, categories.get(i));
        }

        int size() {
            return categories.size();
        }

        LifecycleBuilder<Integer> definition() {
            LifecycleBuilder<Integer> builder = Lifecycle.named("drawing");
            IntStream.range(0, size()).forEach(i -> builder.states(state(i)));
            if (initial >= 0) {
                builder.initial(state(initial));
            }
            edges.forEach(edge -> builder.transition("a" + edge.action())
                    .from(state(edge.from()))
                    .to(state(edge.to())));
            return builder;
        }
    }

    @Property(tries = 2000)
    void the_verifier_finds_exactly_what_a_matrix_finds(@ForAll("drawings") Drawing drawing) {
        var found = LifecycleVerifier.verify(drawing.definition()).stream()
                .map(fault -> fault.kind() + " " + fault.subject())
                .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected(drawing));
    }

    @Property
    void a_lifecycle_is_built_exactly_when_there_is_no_fault(@ForAll("drawings") Drawing drawing) {
        var faults = LifecycleVerifier.verify(drawing.definition());
        try {
            var lifecycle = drawing.definition().build();
            assertThat(faults).isEmpty();
            assertThat(lifecycle.transitions()).hasSize(drawing.edges().size());
        } catch (InvalidLifecycleException exception) {
            assertThat(exception.faults()).isNotEmpty().isEqualTo(faults);
        }
    }

    @Property
    void looking_up_agrees_with_walking_along_the_table(@ForAll("sound") Drawing drawing) {
        var lifecycle = drawing.definition().build();
        for (int i = 0; i <= drawing.size(); i++) {
            var state = i < drawing.size() ? drawing.state(i) : State.of("ELSEWHERE", StateCategory.NEW);
            for (int a = 0; a <= ACTIONS; a++) {
                var action = Action.of("a" + a);
                var walked = lifecycle.transitions().stream()
                        .filter(row -> row.from().equals(state) && row.action().equals(action))
                        .findFirst();
                assertThat(lifecycle.transition(state, action)).isEqualTo(walked);
                var decision = lifecycle.decide(state, action, 0);
                if (walked.isPresent()) {
                    assertThat(decision).isEqualTo(new Allowed<>(walked.get()));
                } else {
                    assertThat(decision).isEqualTo(new Refused<>(state, action, List.of(), lifecycle.actions(state)));
                }
            }
        }
    }

    @Property
    void a_decision_fails_exactly_the_guards_that_do_not_hold(@ForAll("guards") int guards, @ForAll int answers) {
        var end = State.of("END", StateCategory.CLOSED);
        var begin = State.of("BEGIN", StateCategory.NEW);
        var row = Lifecycle.<Integer>named("guarded")
                .initial(begin)
                .transition("go")
                .from(begin)
                .to(end);
        var expected = new ArrayList<FailedGuard>();
        for (int i = 0; i < guards; i++) {
            int bit = 1 << i;
            row.guardedBy(Guard.<Integer>named("G" + i, "bit " + i, context -> (context & bit) != 0));
            if ((answers & bit) == 0) {
                expected.add(new FailedGuard("G" + i, "bit " + i));
            }
        }
        var lifecycle = row.build();
        var go = Action.of("go");
        assertThat(lifecycle.decide(begin, go, answers))
                .isEqualTo(
                        expected.isEmpty()
                                ? new Allowed<>(lifecycle.transitions().get(0))
                                : new Refused<Integer>(begin, go, expected, List.of(go)));
    }

    @Property
    void the_order_of_the_rows_does_not_change_the_fingerprint(@ForAll("sound") Drawing drawing) {
        var backwards = new ArrayList<>(drawing.edges());
        Collections.reverse(backwards);
        var same = new Drawing(drawing.categories(), drawing.initial(), backwards);
        assertThat(same.definition().build().fingerprint())
                .isEqualTo(drawing.definition().build().fingerprint());
    }

    private static List<String> expected(Drawing drawing) {
        int n = drawing.size();
        var path = new boolean[n][n];
        var linked = new boolean[n];
        var leaves = new boolean[n];
        for (var edge : drawing.edges()) {
            if (edge.from() != edge.to()) {
                path[edge.from()][edge.to()] = true;
                linked[edge.from()] = linked[edge.to()] = true;
                leaves[edge.from()] = true;
            }
        }
        for (int k = 0; k < n; k++) {
            path[k][k] = true;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    path[i][j] |= path[i][k] && path[k][j];
                }
            }
        }
        var expected = new ArrayList<String>();
        int start = drawing.initial();
        if (start < 0) {
            expected.add(MISSING_INITIAL + " drawing");
        } else if (drawing.categories().get(start).isTerminal()) {
            expected.add(TERMINAL_INITIAL + " S" + start);
        }
        for (int i = 0; i < n; i++) {
            int from = i;
            if (i != start && !linked[i]) {
                expected.add(UNUSED_STATE + " S" + i);
                continue;
            }
            if (start >= 0 && !path[start][i]) {
                expected.add(UNREACHABLE_STATE + " S" + i);
            }
            boolean ends = IntStream.range(0, n)
                    .anyMatch(j -> path[from][j] && drawing.categories().get(j).isTerminal());
            if (!ends) {
                expected.add((leaves[i] ? TRAP : DEAD_END) + " S" + i);
            }
        }
        Set<List<Integer>> once = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (var edge : drawing.edges()) {
            if (!once.add(List.of(edge.from(), edge.action()))) {
                twice.add(DUPLICATE_TRANSITION + " S" + edge.from() + " --a" + edge.action() + "-->");
            }
        }
        expected.addAll(twice);
        return expected;
    }

    private static final int ACTIONS = 8;

    @Provide
    Arbitrary<Drawing> drawings() {
        return Arbitraries.integers()
                .between(1, 7)
                .flatMap(n -> Combinators.combine(
                                Arbitraries.of(StateCategory.class).list().ofSize(n),
                                Arbitraries.integers().between(-1, n - 1),
                                edges(n).list().ofMaxSize(2 * n))
                        .as(Drawing::new));
    }

    /** A chain from the first to the last state, and whatever else, without duplicates. */
    @Provide
    Arbitrary<Drawing> sound() {
        return Arbitraries.integers()
                .between(2, 12)
                .flatMap(n -> Combinators.combine(
                                Arbitraries.of(StateCategory.class).list().ofSize(n - 2),
                                edges(n).list()
                                        .uniqueElements(edge -> List.of(edge.from(), edge.action()))
                                        .ofMaxSize(3 * n))
                        .as((middle, more) -> {
                            var categories = new ArrayList<>(List.of(StateCategory.NEW));
                            categories.addAll(middle);
                            categories.add(StateCategory.CLOSED);
                            var edges = new ArrayList<Edge>();
                            IntStream.range(0, n - 1).forEach(i -> edges.add(new Edge(i, 0, i + 1)));
                            more.stream().filter(edge -> edge.action() > 0).forEach(edges::add);
                            return new Drawing(categories, 0, edges);
                        }));
    }

    @Provide
    Arbitrary<Integer> guards() {
        return Arbitraries.integers().between(0, 8);
    }

    private static Arbitrary<Edge> edges(int n) {
        var state = Arbitraries.integers().between(0, n - 1);
        return Combinators.combine(state, Arbitraries.integers().between(0, ACTIONS - 1), state)
                .as(Edge::new);
    }
}
