package io.itsm4j.storage;

import io.itsm4j.InvalidInput;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
     * @throws InvalidInput with {@code QUERY_FILTER} when it is too deep, too large, or compares an attribute with a
     *     value of another type; with {@code OUT_OF_RANGE} or {@code ILLEGAL_CHARACTER} when no database can hold the
     *     value
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

    /**
     * What a criterion asks about.
     *
     * @param kind the kind of record it is about
     * @return the attributes it names, each once
     * @throws InvalidInput as {@link #check} does
     */
    public static <R> Set<Attribute<R, ?>> attributes(RecordKind<R> kind, Criterion<R> criterion) {
        check(kind, criterion);
        Set<Attribute<R, ?>> named = new LinkedHashSet<>();
        Deque<Criterion<R>> open = new ArrayDeque<>();
        open.push(criterion);
        while (!open.isEmpty()) {
            Criterion<R> part = open.pop();
            Attribute<R, ?> attribute = attribute(part);
            if (attribute != null) {
                named.add(attribute);
            }
            parts(part).forEach(open::push);
        }
        return named;
    }

    private static <R> @Nullable Attribute<R, ?> attribute(Criterion<R> criterion) {
        if (criterion instanceof Criterion.Compare<R> compare) {
            return compare.attribute();
        }
        if (criterion instanceof Criterion.In<R> in) {
            return in.attribute();
        }
        if (criterion instanceof Criterion.Absent<R> absent) {
            return absent.attribute();
        }
        return criterion instanceof Criterion.Contains<R> contains ? contains.attribute() : null;
    }

    private static <R> void checkAttribute(RecordKind<R> kind, Criterion<R> criterion) {
        Attribute<R, ?> attribute = attribute(criterion);
        if (attribute != null && !kind.accepts(attribute)) {
            throw new InvalidInput("filter", "QUERY_FILTER", Map.of("what", attribute.name(), "limit", "indexed"));
        }
    }

    private static <R> void checkValues(Criterion<R> criterion) {
        if (criterion instanceof Criterion.In<R> in) {
            refuse(in.values().size() > VALUES, "values", VALUES);
            in.values().forEach(value -> checkValue(in.attribute(), value));
        } else if (criterion instanceof Criterion.Compare<R> compare) {
            checkValue(compare.attribute(), compare.value());
        } else if (criterion instanceof Criterion.Contains<R> contains) {
            refuse(contains.needle().length() > 1_000, "needle", 1_000);
            checkValue(contains.attribute(), contains.needle());
        }
    }

    private static void checkValue(Attribute<?, ?> attribute, Object value) {
        if (!attribute.plain().holds(value)) {
            throw new InvalidInput(
                    "filter", "QUERY_FILTER", Map.of("what", attribute.name(), "limit", attribute.plain()));
        }
        if (value instanceof Instant time && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw new InvalidInput("filter", "OUT_OF_RANGE", Map.of("value", value, "min", EARLIEST, "max", LATEST));
        }
        if (value instanceof String text && text.codePoints().anyMatch(CriterionLimits::isIllegal)) {
            throw new InvalidInput("filter", "ILLEGAL_CHARACTER", Map.of());
        }
    }

    private static boolean isIllegal(int c) {
        return c == 0 || Character.getType(c) == Character.SURROGATE;
    }

    private static void refuse(boolean broken, String what, int limit) {
        if (broken) {
            throw new InvalidInput("filter", "QUERY_FILTER", Map.of("what", what, "limit", limit));
        }
    }
}
