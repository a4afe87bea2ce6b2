package io.itsm4j.cmdb;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects a graph for a {@link Snapshot}. First the items, then the relations. */
public final class SnapshotBuilder {

    private static final int TYPES = 127;
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final CiSchema schema;
    private final List<String> types;
    private final Map<String, Integer> typeIndex = new LinkedHashMap<>();
    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private int items;
    private boolean inOrder = true;
    private final Map<String, Integer> others = new LinkedHashMap<>();
    private @Nullable SnapshotIds ids;
    private int[] source = new int[1024];
    private int[] target = new int[1024];
    private byte[] type = new byte[1024];
    private int edges;
    private final Map<Integer, String> groupOf = new TreeMap<>();
    private final Map<String, Integer> needed = new TreeMap<>();

    SnapshotBuilder(CiSchema schema) {
        this.schema = schema;
        this.types = List.copyOf(schema.relationsThat(relation -> relation.flow() != ImpactFlow.NONE));
        if (types.size() > TYPES) {
            throw new IllegalArgumentException("a snapshot holds at most " + TYPES + " types of relation");
        }
        types.forEach(name -> typeIndex.put(name, typeIndex.size()));
    }

    /** Adds an item, or something of the host's. */
    public SnapshotBuilder item(String id) {
        if (!Edges.isItem(id)) {
            other(id);
            return this;
        }
        if (ids != null) {
            throw new IllegalStateException("items come before relations");
        }
        if (items == high.length) {
            high = Arrays.copyOf(high, items * 2);
            low = Arrays.copyOf(low, items * 2);
        }
        high[items] = SnapshotIds.high(id);
        low[items] = SnapshotIds.low(id);
        inOrder &= items == 0
                || Long.compareUnsigned(high[items - 1], high[items]) < 0
                || high[items - 1] == high[items] && Long.compareUnsigned(low[items - 1], low[items]) < 0;
        items++;
        return this;
    }

    /**
     * Adds a relation. One whose type carries no impact or is unknown, or with an end that the builder was not told of,
     * is left out; what a host brings in need not be told of before.
     *
     * @param from the first end
     * @param relationType the name of the type
     * @param to the second end
     * @param group the name of the redundancy group of the item that rests on the other, or null
     * @param least how many members of the group that item needs; ignored without a group
     */
    public SnapshotBuilder relation(String from, String relationType, String to, @Nullable String group, int least) {
        RelationType known = schema.findRelation(relationType).orElse(null);
        if (known == null || known.flow() == ImpactFlow.NONE) {
            return this;
        }
        int first = index(from);
        int second = index(to);
        if (first == UNKNOWN || second == UNKNOWN) {
            return this;
        }
        byte kept = typeIndex.getOrDefault(relationType, 0).byteValue();
        if (known.flow().hitsFirst()) {
            edge(second, first, kept, group == null ? null : Edges.groupKey(from, group), least);
        }
        if (known.flow().hitsSecond()) {
            edge(first, second, kept, group == null ? null : Edges.groupKey(to, group), least);
        }
        return this;
    }

    private int index(String id) {
        if (!Edges.isItem(id)) {
            return other(id);
        }
        int at = settled().indexOf(id);
        return at < 0 ? UNKNOWN : at;
    }

    /** What a host brings in is numbered downwards as it comes, and gets its place in the end. */
    private int other(String id) {
        return -1 - others.computeIfAbsent(id, added -> others.size());
    }

    private SnapshotIds settled() {
        SnapshotIds known = ids;
        if (known == null) {
            SnapshotIds unsorted =
                    SnapshotIds.ofSorted(Arrays.copyOf(high, items), Arrays.copyOf(low, items), new String[0]);
            known = inOrder ? unsorted : SnapshotIds.of(texts(unsorted));
            high = new long[0];
            low = new long[0];
            ids = known;
        }
        return known;
    }

    private static List<String> texts(SnapshotIds unsorted) {
        TreeSet<String> all = new TreeSet<>();
        for (int i = 0; i < unsorted.size(); i++) {
            all.add(unsorted.get(i));
        }
        return List.copyOf(all);
    }

    private void edge(int from, int to, byte kept, @Nullable String group, int least) {
        if (edges == source.length) {
            source = Arrays.copyOf(source, edges * 2);
            target = Arrays.copyOf(target, edges * 2);
            type = Arrays.copyOf(type, edges * 2);
        }
        source[edges] = from;
        target[edges] = to;
        type[edges] = kept;
        if (group != null) {
            groupOf.put(edges, group);
            needed.merge(group, least, Math::max);
        }
        edges++;
    }

    /** Makes the snapshot. */
    public Snapshot build() {
        SnapshotIds known = settled().with(others.keySet());
        place(source, known);
        place(target, known);
        List<String> keys = List.copyOf(needed.keySet());
        Map<String, TreeSet<Integer>> members = new TreeMap<>();
        groupOf.forEach((edge, key) ->
                members.computeIfAbsent(key, k -> new TreeSet<>()).add(source[edge]));
        int[] sizes = keys.stream()
                .mapToInt(key -> members.getOrDefault(key, new TreeSet<>()).size())
                .toArray();
        int[] least = keys.stream().mapToInt(key -> needed.getOrDefault(key, 1)).toArray();
        return new Snapshot(
                known, types, half(known, source, target, keys), half(known, target, source, keys), keys, sizes, least);
    }

    private void place(int[] ends, SnapshotIds known) {
        int[] places = new int[others.size()];
        others.forEach((id, number) -> places[number] = known.indexOf(id));
        for (int e = 0; e < edges; e++) {
            ends[e] = ends[e] < 0 ? places[-1 - ends[e]] : ends[e];
        }
    }

    /** Sorts the edges by where they come from, by counting. */
    private Snapshot.Half half(SnapshotIds known, int[] from, int[] to, List<String> keys) {
        int size = known.size();
        int[] start = new int[size + 1];
        for (int e = 0; e < edges; e++) {
            start[from[e] + 1]++;
        }
        for (int i = 0; i < size; i++) {
            start[i + 1] += start[i];
        }
        int[] next = Arrays.copyOf(start, size);
        int[] targets = new int[edges];
        byte[] kinds = new byte[edges];
        TreeMap<Integer, Integer> grouped = new TreeMap<>();
        for (int e = 0; e < edges; e++) {
            int place = next[from[e]]++;
            targets[place] = to[e];
            String group = groupOf.get(e);
            kinds[place] = group == null ? type[e] : (byte) (-1 - type[e]);
            if (group != null) {
                grouped.put(place, Collections.binarySearch(keys, group));
            }
        }
        int[] places = grouped.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] groups = grouped.values().stream().mapToInt(Integer::intValue).toArray();
        return new Snapshot.Half(start, targets, kinds, places, groups);
    }
}
