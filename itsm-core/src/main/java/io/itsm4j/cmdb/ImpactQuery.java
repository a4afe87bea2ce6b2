package io.itsm4j.cmdb;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an impact analysis is asked. The answer is the same from the store and from a {@link Snapshot} of it.
 *
 * @param roots the items that fail, or whose foundations are asked for
 * @param direction which way
 * @param types the types of relation to follow; empty for all that carry impact
 * @param depth how many relations away at most, 1 to 1,000
 * @param most how many items at most; the nearest are kept, then the answer is partial
 * @param mostEdges how many relations may be looked at before the answer is partial
 * @param asOf the instant whose graph is asked, or null for the present one
 */
public record ImpactQuery(
        @NotEmpty Set<@Line(max = 100, required = true) String> roots,
        Direction direction,
        Set<@Line(max = 40, required = true) String> types,
        @Min(1) @Max(DEPTH) int depth,
        @Min(1) @Max(1_000_000) int most,
        @Min(1) @Max(10_000_000) long mostEdges,
        @Nullable Instant asOf) {

    /** The most levels, which stands for no bound. */
    static final int DEPTH = 1_000;

    /** Copies the sets in their order. */
    public ImpactQuery {
        roots = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(roots));
        types = Set.copyOf(types);
    }

    /** Who is hit if these fail: all the way, at most 10,000 items over at most 1,000,000 relations. */
    public static ImpactQuery failing(String... items) {
        return new ImpactQuery(
                new LinkedHashSet<>(List.of(items)), Direction.DOWNSTREAM, Set.of(), DEPTH, 10_000, 1_000_000, null);
    }

    /** What these rest on, within the same bounds. */
    public static ImpactQuery under(String... items) {
        return new ImpactQuery(
                new LinkedHashSet<>(List.of(items)), Direction.UPSTREAM, Set.of(), DEPTH, 10_000, 1_000_000, null);
    }

    /** The same the other way, or this one. */
    public ImpactQuery towards(Direction way) {
        return new ImpactQuery(roots, way, types, depth, most, mostEdges, asOf);
    }

    /** The same along these types of relation only. */
    public ImpactQuery through(String... relationTypes) {
        return new ImpactQuery(roots, direction, Set.of(relationTypes), depth, most, mostEdges, asOf);
    }

    /** The same, so many relations away at most. */
    public ImpactQuery within(int levels) {
        return new ImpactQuery(roots, direction, types, levels, most, mostEdges, asOf);
    }

    /** The same with at most so many items. */
    public ImpactQuery atMost(int items) {
        return new ImpactQuery(roots, direction, types, depth, items, mostEdges, asOf);
    }

    /** The same with at most so many relations looked at. */
    public ImpactQuery looking(long edges) {
        return new ImpactQuery(roots, direction, types, depth, most, edges, asOf);
    }

    /** The same on the graph of an instant. */
    public ImpactQuery at(@Nullable Instant instant) {
        return new ImpactQuery(roots, direction, types, depth, most, mostEdges, instant);
    }
}
