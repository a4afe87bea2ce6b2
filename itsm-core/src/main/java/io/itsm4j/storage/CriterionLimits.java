package io.itsm4j.storage;

import io.itsm4j.InvalidInput;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** What keeps a query within bounds, whoever composed it. Walks the tree without recursion. */
public final class CriterionLimits {

    /** The deepest nesting of criteria. */
    public static final int DEPTH = 50;

    /** The most parts a criterion may have altogether. */
    public static final int NODES = 2_000;

    /** The most values of an {@code in}; adapters send them in portions. */
    public static final int VALUES = 10_000;

    /** The earliest instant every database can hold. */
    public static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");

    /** The latest instant every database can hold. */
    public static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private CriterionLimits() {}

    private record Level<R>(Criterion<R> criterion, int depth) {}

    /**
     * Checks a criterion.
     *
     * @param kind the kind of record it is about
     * @throws InvalidInput with {@code QUERY_FILTER} when it is too deep, too large, or compares with a value no
     *     database can hold
     */
    public static <R> void check(RecordKind<R> kind, Criterion<R> criterion) {
        Deque<Level<R>> open = new ArrayDeque<>();
        open.push(new Level<>(criterion, 1));
        int nodes = 0;
        while (!open.isEmpty()) {
            Level<R> level = open.pop();
            refuse(level.depth() > DEPTH, "depth", DEPTH);
            refuse(++nodes > NODES, "nodes", NODES);
            checkAttribute(kind, level.criterion());
            checkValues(level.criterion());
            for (Criterion<R> part : parts(level.criterion())) {
                open.push(new Level<>(part, level.depth() + 1));
            }
        }
    }

    private static <R> List<Criterion<R>> parts(Criterion<R> criterion) {
        if (criterion instanceof Criterion.And<R> and) {
            return and.parts();
        }
        if (criterion instanceof Criterion.Or<R> or) {
            return or.parts();
        }
        return criterion instanceof Criterion.Not<R> not ? List.of(not.part()) : List.of();
    }

    private static <R> void checkAttribute(RecordKind<R> kind, Criterion<R> criterion) {
        Attribute<R, ?> attribute = null;
        if (criterion instanceof Criterion.Compare<R> compare) {
            attribute = compare.attribute();
        } else if (criterion instanceof Criterion.In<R> in) {
            attribute = in.attribute();
        } else if (criterion instanceof Criterion.Absent<R> absent) {
            attribute = absent.attribute();
        } else if (criterion instanceof Criterion.Contains<R> contains) {
            attribute = contains.attribute();
        }
        if (attribute != null && !kind.accepts(attribute)) {
            throw new InvalidInput("filter", "QUERY_FILTER", Map.of("what", attribute.name(), "limit", "indexed"));
        }
    }

    private static <R> void checkValues(Criterion<R> criterion) {
        if (criterion instanceof Criterion.In<R> in) {
            refuse(in.values().size() > VALUES, "values", VALUES);
            in.values().forEach(CriterionLimits::checkValue);
        } else if (criterion instanceof Criterion.Compare<R> compare) {
            checkValue(compare.value());
        } else if (criterion instanceof Criterion.Contains<R> contains) {
            refuse(contains.needle().length() > 1_000, "needle", 1_000);
            checkValue(contains.needle());
        }
    }

    private static void checkValue(Object value) {
        if (value instanceof Instant time && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw new InvalidInput("filter", "OUT_OF_RANGE", Map.of("value", value, "min", EARLIEST, "max", LATEST));
        }
        if (value instanceof String text && text.indexOf('\0') >= 0) {
            throw new InvalidInput("filter", "ILLEGAL_CHARACTER", Map.of());
        }
    }

    private static void refuse(boolean broken, String what, int limit) {
        if (broken) {
            throw new InvalidInput("filter", "QUERY_FILTER", Map.of("what", what, "limit", limit));
        }
    }
}
