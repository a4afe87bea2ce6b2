package io.itsm4j.cmdb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The graph of one instant in a few arrays, for analyses over very many items. Immutable and thread-safe. A relation
 * that carries impact takes 10 bytes (4 for the item and 1 for the type, once in each direction) and 16 more in a
 * redundancy group; an item takes 32 to 40 (16 for its id, 8 to 16 to find it by that, and 8 for where its relations
 * begin).
 */
public final class Snapshot {

    /** Adjacency in one direction: the edges of item {@code i} lie from {@code start[i]} to {@code start[i + 1]}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and handed to nobody outside this package
    record Half(int[] start, int[] target, byte[] type, int[] groupedEdge, int[] groupOfEdge) {

        /** The group of an edge, or -1. */
        int group(int edge) {
            if (type[edge] >= 0) {
                return -1;
            }
            return groupOfEdge[java.util.Arrays.binarySearch(groupedEdge, edge)];
        }

        /** The type of an edge; a grouped one is marked by its sign. */
        int type(int edge) {
            int kept = type[edge];
            return kept < 0 ? -1 - kept : kept;
        }

        long bytes() {
            return 4L * (start.length + target.length + groupedEdge.length + groupOfEdge.length) + type.length;
        }
    }

    private final SnapshotIds ids;
    private final List<String> types;
    private final Half down;
    private final Half up;
    private final List<String> groupKeys;
    private final int[] groupSize;
    private final int[] groupNeeded;

    Snapshot(
            SnapshotIds ids,
            List<String> types,
            Half down,
            Half up,
            List<String> groupKeys,
            int[] groupSize,
            int[] groupNeeded) {
        this.ids = ids;
        this.types = types;
        this.down = down;
        this.up = up;
        this.groupKeys = groupKeys;
        this.groupSize = groupSize;
        this.groupNeeded = groupNeeded;
    }

    /**
     * Begins to collect a graph by hand; {@code Impacts.snapshot()} makes one of what is stored.
     *
     * @param schema says which end of a relation hits the other
     */
    public static SnapshotBuilder builder(CiSchema schema) {
        return new SnapshotBuilder(schema);
    }

    /** How many items it holds. */
    public int items() {
        return ids.size();
    }

    /** The number of an item in this snapshot, from 0; -1 when it does not know the item. */
    public int number(String item) {
        return ids.indexOf(item);
    }

    /** How many relations it holds that carry impact; one that does so both ways counts twice. */
    public int relations() {
        return down.target().length;
    }

    /** How many bytes its arrays take. */
    public long bytes() {
        return ids.bytes() + down.bytes() + up.bytes() + 8L * groupSize.length;
    }

    /**
     * Answers a question as the store would have at the instant of the snapshot; the question's own instant is ignored.
     */
    public Impact analyse(ImpactQuery query) {
        return ImpactWalk.of(query, new Walked(query));
    }

    /** Something that finds all items in reach, without paths and redundancy; reusable, for one thread. */
    public SnapshotReach reach() {
        return new SnapshotReach(this);
    }

    Half half(Direction direction) {
        return direction == Direction.DOWNSTREAM ? down : up;
    }

    SnapshotIds ids() {
        return ids;
    }

    private final class Walked implements Edges {

        private final Half half;
        private final boolean[] wanted;

        Walked(ImpactQuery query) {
            half = half(query.direction());
            wanted = new boolean[types.size()];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = query.types().isEmpty() || query.types().contains(types.get(i));
            }
        }

        @Override
        public List<Edge> leaving(Collection<String> items, long most) {
            List<Edge> edges = new ArrayList<>();
            for (String item : items) {
                int at = ids.indexOf(item);
                for (int e = at < 0 ? 0 : half.start()[at]; at >= 0 && e < half.start()[at + 1]; e++) {
                    if (wanted[half.type(e)]) {
                        edges.add(new Edge(item, ids.get(half.target()[e]), types.get(half.type(e)), group(e)));
                        if (edges.size() > most) {
                            return edges;
                        }
                    }
                }
            }
            return edges;
        }

        private @Nullable String group(int edge) {
            int group = half.group(edge);
            return group < 0 ? null : groupKeys.get(group);
        }

        @Override
        public Map<String, Group> groups(Collection<String> keys) {
            Map<String, Group> found = new TreeMap<>();
            for (String key : keys) {
                int at = java.util.Collections.binarySearch(groupKeys, key);
                if (at >= 0) {
                    found.put(key, new Group(groupSize[at], groupNeeded[at]));
                }
            }
            return found;
        }
    }
}
