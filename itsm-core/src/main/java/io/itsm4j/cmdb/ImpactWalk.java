package io.itsm4j.cmdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An analysis level by level. Everything is done in the order of the ids, so that the answer does not depend on the
 * order in which relations are found.
 */
final class ImpactWalk {

    private static final Comparator<Cause> FIRST = Comparator.comparing(Cause::from, Edges.ORDER)
            .thenComparing(Cause::relation)
            .thenComparing(Cause::group, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final ImpactQuery query;
    private final Edges edges;
    private final boolean countsRedundancy;
    private final List<Hit> hits = new ArrayList<>();
    private final Set<String> failed;
    private final Map<String, TreeMap<String, String>> lost = new TreeMap<>();
    private final Map<String, Edges.Group> groups = new HashMap<>();
    private boolean isPartial;
    private long left;

    private ImpactWalk(ImpactQuery query, Edges edges) {
        this.query = query;
        this.edges = edges;
        this.countsRedundancy = query.direction() == Direction.DOWNSTREAM;
        this.failed = new HashSet<>(query.roots());
        this.left = query.mostEdges();
    }

    static Impact of(ImpactQuery query, Edges edges) {
        return new ImpactWalk(query, edges).run();
    }

    private Impact run() {
        Collection<String> level = query.roots();
        for (int depth = 1; depth <= query.depth() && !level.isEmpty(); depth++) {
            level = next(level, depth);
        }
        return new Impact(query, hits, weakened(), isPartial);
    }

    private List<String> next(Collection<String> level, int depth) {
        List<Edges.Edge> leaving = edges.leaving(level, left);
        if (leaving.size() > left) {
            isPartial = true;
            return List.of();
        }
        left -= leaving.size();
        Map<String, TreeSet<Cause>> single = new HashMap<>();
        Set<String> touched = new TreeSet<>();
        for (Edges.Edge edge : leaving) {
            String group = edge.group();
            if (failed.contains(edge.target())) {
                continue;
            }
            if (group != null && countsRedundancy) {
                lost.computeIfAbsent(group, key -> new TreeMap<>(Edges.ORDER))
                        .merge(edge.source(), edge.type(), (one, other) -> one.compareTo(other) < 0 ? one : other);
                touched.add(group);
            } else {
                String name = group == null ? null : Edges.nameOf(group);
                single.computeIfAbsent(edge.target(), key -> new TreeSet<>(FIRST))
                        .add(new Cause(edge.source(), edge.type(), name));
            }
        }
        TreeMap<String, List<Cause>> found = new TreeMap<>(Edges.ORDER);
        single.forEach((target, causes) -> found.put(target, List.of(causes.first())));
        trip(touched, found);
        return take(found, depth);
    }

    private void trip(Set<String> touched, Map<String, List<Cause>> found) {
        Set<String> unknown = new TreeSet<>(touched);
        unknown.removeAll(groups.keySet());
        if (!unknown.isEmpty()) {
            groups.putAll(edges.groups(unknown));
        }
        for (String key : touched) {
            Edges.Group group = group(key);
            Map<String, String> members = lost.getOrDefault(key, new TreeMap<>());
            String dependent = Edges.dependentOf(key);
            if (group.size() - members.size() < group.needed() && !found.containsKey(dependent)) {
                List<Cause> causes = new ArrayList<>();
                members.forEach((member, type) -> causes.add(new Cause(member, type, Edges.nameOf(key))));
                found.put(dependent, causes);
            }
        }
    }

    private Edges.Group group(String key) {
        return groups.getOrDefault(key, new Edges.Group(0, 1));
    }

    private List<String> take(SortedMap<String, List<Cause>> found, int depth) {
        List<String> level = new ArrayList<>();
        for (Map.Entry<String, List<Cause>> one : found.entrySet()) {
            if (hits.size() == query.most()) {
                isPartial = true;
                return List.of();
            }
            hits.add(new Hit(one.getKey(), depth, one.getValue()));
            failed.add(one.getKey());
            level.add(one.getKey());
        }
        return level;
    }

    private List<Weakened> weakened() {
        List<Weakened> weakened = new ArrayList<>();
        lost.forEach((key, members) -> {
            Edges.Group group = group(key);
            int rest = group.size() - members.size();
            if (rest >= group.needed() && !failed.contains(Edges.dependentOf(key))) {
                weakened.add(new Weakened(Edges.dependentOf(key), Edges.nameOf(key), rest, group.needed()));
            }
        });
        return weakened;
    }
}
