package io.itsm4j.cmdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Impact analysis against a search that knows nothing but the definition, over graphs with cycles and redundancy. */
class ImpactLawsTest {

    private static final CiSchema SCHEMA = CiSchema.shipped()
            .with(RelationType.named("mirrors", "mirrors")
                    .flowing(ImpactFlow.BOTH)
                    .withCycles());
    private static final List<String> TYPES = List.of("depends-on", "runs-on", "part-of", "mirrors", "connected-to");

    /** A relation of a random graph; the group is of the item that rests on the other. */
    record Rel(int from, String type, int to, @Nullable String group, int needed) {}

    record Graph(int items, List<Rel> relations) {}

    record Asked(Set<Integer> roots, Direction direction, Set<String> types, int depth, int most) {}

    private static String id(int item) {
        return item % 7 == 3
                ? "vehicle:" + item
                : String.format(java.util.Locale.ROOT, "%08x-0000-7000-8000-%012x", item * 31 % 17, item);
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return Arbitraries.integers().between(1, 12).flatMap(size -> {
            Arbitrary<Integer> item = Arbitraries.integers().between(0, size - 1);
            Arbitrary<@Nullable String> group = Arbitraries.of("a", "b", "").map(name -> name.isEmpty() ? null : name);
            Arbitrary<Rel> relation = Combinators.combine(
                            item,
                            Arbitraries.of(TYPES),
                            item,
                            group,
                            Arbitraries.integers().between(1, 3))
                    .as((from, type, to, name, needed) ->
                            new Rel(from, type, to, type.equals("mirrors") ? null : name, needed));
            return relation.list().ofMaxSize(30).map(all -> new Graph(size, distinct(all)));
        });
    }

    /** One relation of a type between two items, none of an item with itself, as the rules of the records have it. */
    private static List<Rel> distinct(List<Rel> all) {
        Map<String, Rel> kept = new LinkedHashMap<>();
        for (Rel rel : all) {
            if (rel.from() != rel.to()) {
                kept.putIfAbsent(rel.from() + rel.type() + rel.to(), rel);
            }
        }
        return new ArrayList<>(kept.values());
    }

    @Provide
    Arbitrary<Asked> questions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11).set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(Direction.class),
                        Arbitraries.of(TYPES).set().ofMaxSize(3),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 14))
                .as(Asked::new);
    }

    @Property(tries = 2000)
    void the_walk_and_the_snapshot_find_what_the_definition_says(
            @ForAll("graphs") Graph graph, @ForAll("questions") Asked asked) {
        ImpactQuery query = query(asked);
        List<Flow> flows = flows(graph);

        Impact walked = ImpactWalk.of(query, new Listed(flows, query));
        Impact snapped = snapshot(graph).analyse(query);

        Map<Integer, Integer> expected = depths(flows, asked);
        List<String> nearest = expected.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(entry -> id(entry.getKey()), Edges.ORDER))
                .limit(asked.most())
                .map(entry -> id(entry.getKey()) + "@" + entry.getValue())
                .toList();
        assertThat(walked.hits())
                .extracting(hit -> hit.ci() + "@" + hit.depth())
                .isEqualTo(nearest);
        assertThat(walked.isPartial()).isEqualTo(expected.size() > asked.most());
        assertThat(snapped).isEqualTo(walked);
    }

    @Property(tries = 1000)
    void every_hit_is_explained_by_relations_that_exist_back_to_the_roots(
            @ForAll("graphs") Graph graph, @ForAll("questions") Asked asked) {
        List<Flow> flows = flows(graph);
        Impact impact = snapshot(graph).analyse(query(asked));

        for (Hit hit : impact.hits()) {
            List<Impact.Step> path = impact.path(hit.ci());
            assertThat(path).isNotEmpty();
            assertThat(path.get(path.size() - 1).ci()).isEqualTo(hit.ci());
            Set<String> explained = new HashSet<>(impact.query().roots());
            for (Impact.Step step : path) {
                assertThat(flows)
                        .anyMatch(flow -> step.cause().from().equals(id(source(flow, asked)))
                                && step.ci().equals(id(target(flow, asked)))
                                && flow.type().equals(step.cause().relation()));
            }
            path.forEach(step -> explained.add(step.ci()));
            assertThat(explained)
                    .containsAll(path.stream().map(step -> step.cause().from()).toList());
        }
    }

    @Property(tries = 1000)
    void a_weakened_group_has_members_left_and_its_item_is_not_hit(
            @ForAll("graphs") Graph graph, @ForAll("questions") Asked asked) {
        List<Flow> flows = flows(graph);
        Impact impact = snapshot(graph).analyse(query(asked));
        Set<String> failed = new HashSet<>(impact.query().roots());
        failed.addAll(impact.ids());

        for (Weakened weak : impact.weakened()) {
            Set<Integer> members = new TreeSet<>();
            int needed = 0;
            for (Flow flow : flows) {
                if (weak.group().equals(flow.group()) && id(flow.target()).equals(weak.ci())) {
                    members.add(flow.source());
                    needed = Math.max(needed, flow.needed());
                }
            }
            assertThat(weak.needed()).isEqualTo(needed);
            assertThat(weak.left()).isGreaterThanOrEqualTo(needed).isLessThan(members.size());
            assertThat(failed).doesNotContain(weak.ci());
        }
    }

    @Property(tries = 500)
    void plain_reach_is_what_an_analysis_finds_when_redundancy_counts_for_nothing(
            @ForAll("graphs") Graph graph, @ForAll("questions") Asked asked) {
        Graph plain = new Graph(
                graph.items(),
                graph.relations().stream()
                        .map(rel -> new Rel(rel.from(), rel.type(), rel.to(), null, 0))
                        .toList());
        Asked whole = new Asked(asked.roots(), asked.direction(), Set.of(), 100, 100);
        Impact impact = snapshot(plain).analyse(query(whole));
        SnapshotReach reach = snapshot(graph).reach();

        for (int again = 0; again < 2; again++) {
            int found = reach.from(asked.direction(), query(whole).roots().toArray(String[]::new));
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < found; i++) {
                ids.add(reach.get(i));
            }
            assertThat(ids).hasSize(found).isEqualTo(impact.ids());
        }
    }

    private static ImpactQuery query(Asked asked) {
        return ImpactQuery.failing(
                        asked.roots().stream().map(ImpactLawsTest::id).toArray(String[]::new))
                .through(asked.types().toArray(String[]::new))
                .within(asked.depth())
                .atMost(asked.most())
                .towards(asked.direction());
    }

    /** A relation as impact flows: a failure of the source reaches the target. */
    record Flow(
            int source, int target, String type, @Nullable String group, int needed) {}

    private static List<Flow> flows(Graph graph) {
        List<Flow> flows = new ArrayList<>();
        for (Rel rel : graph.relations()) {
            switch (rel.type()) {
                case "depends-on", "runs-on" ->
                    flows.add(new Flow(rel.to(), rel.from(), rel.type(), rel.group(), rel.needed()));
                case "part-of" -> flows.add(new Flow(rel.from(), rel.to(), rel.type(), rel.group(), rel.needed()));
                case "mirrors" -> {
                    flows.add(new Flow(rel.from(), rel.to(), rel.type(), null, 0));
                    flows.add(new Flow(rel.to(), rel.from(), rel.type(), null, 0));
                }
                default -> assertThat(rel.type()).isEqualTo("connected-to");
            }
        }
        return flows;
    }

    private static int source(Flow flow, Asked asked) {
        return asked.direction() == Direction.DOWNSTREAM ? flow.source() : flow.target();
    }

    private static int target(Flow flow, Asked asked) {
        return asked.direction() == Direction.DOWNSTREAM ? flow.target() : flow.source();
    }

    /** Round by round over all relations: who is hit, and in which round. */
    private static Map<Integer, Integer> depths(List<Flow> flows, Asked asked) {
        Map<Integer, Integer> hit = new TreeMap<>();
        Set<Integer> failed = new HashSet<>(asked.roots());
        for (int round = 1; round <= asked.depth(); round++) {
            Set<Integer> before = Set.copyOf(failed);
            for (Flow flow : flows) {
                int next = target(flow, asked);
                if (!failed.contains(next) && isHit(next, flow, flows, before, asked)) {
                    failed.add(next);
                    hit.put(next, round);
                }
            }
        }
        return hit;
    }

    private static boolean isHit(int next, Flow flow, List<Flow> flows, Set<Integer> failed, Asked asked) {
        boolean wanted = asked.types().isEmpty() || asked.types().contains(flow.type());
        if (!wanted || !failed.contains(source(flow, asked))) {
            return false;
        }
        if (flow.group() == null || asked.direction() == Direction.UPSTREAM) {
            return true;
        }
        Set<Integer> members = new HashSet<>();
        Set<Integer> lost = new HashSet<>();
        int needed = 0;
        for (Flow other : flows) {
            if (flow.group().equals(other.group()) && other.target() == next) {
                members.add(other.source());
                needed = Math.max(needed, other.needed());
                if (failed.contains(other.source())
                        && (asked.types().isEmpty() || asked.types().contains(other.type()))) {
                    lost.add(other.source());
                }
            }
        }
        return members.size() - lost.size() < needed;
    }

    private static Snapshot snapshot(Graph graph) {
        SnapshotBuilder builder = Snapshot.builder(SCHEMA);
        for (int i = 0; i < graph.items(); i++) {
            builder.item(id(i));
        }
        graph.relations()
                .forEach(rel -> builder.relation(id(rel.from()), rel.type(), id(rel.to()), rel.group(), rel.needed()));
        return builder.build();
    }

    /** Relations in a list, asked as the store is. */
    private static final class Listed implements Edges {

        private final List<Flow> flows;
        private final ImpactQuery query;

        Listed(List<Flow> flows, ImpactQuery query) {
            this.flows = flows;
            this.query = query;
        }

        @Override
        public List<Edge> leaving(Collection<String> items, long most) {
            List<Edge> edges = new ArrayList<>();
            for (Flow flow : flows) {
                boolean down = query.direction() == Direction.DOWNSTREAM;
                String source = id(down ? flow.source() : flow.target());
                String target = id(down ? flow.target() : flow.source());
                boolean wanted = query.types().isEmpty() || query.types().contains(flow.type());
                if (wanted && items.contains(source)) {
                    String group = flow.group() == null ? null : Edges.groupKey(id(flow.target()), flow.group());
                    edges.add(new Edge(source, target, flow.type(), group));
                }
            }
            return edges;
        }

        @Override
        public Map<String, Group> groups(Collection<String> keys) {
            Map<String, Group> groups = new TreeMap<>();
            for (String key : keys) {
                Set<Integer> members = new HashSet<>();
                int needed = 0;
                for (Flow flow : flows) {
                    if (flow.group() != null && key.equals(Edges.groupKey(id(flow.target()), flow.group()))) {
                        members.add(flow.source());
                        needed = Math.max(needed, flow.needed());
                    }
                }
                groups.put(key, new Group(members.size(), needed));
            }
            return groups;
        }
    }
}
