package io.itsm4j.storage;

import java.util.List;

/**
 * A condition on the attributes of a record, as data: evaluated in memory by {@link #test}, translated to a query by a
 * database adapter. Logic is two-valued: an attribute without a value satisfies no comparison, and {@code not} of that
 * comparison is satisfied.
 *
 * @param <R> the record
 */
public sealed interface Criterion<R> {

    /** How two plain values are compared. */
    enum Operator {
        EQ,
        LT,
        LE,
        GT,
        GE;

        boolean holds(int order) {
            return switch (this) {
                case EQ -> order == 0;
                case LT -> order < 0;
                case LE -> order <= 0;
                case GT -> order > 0;
                case GE -> order >= 0;
            };
        }
    }

    /** Satisfied by every record. */
    record All<R>() implements Criterion<R> {}

    /** A comparison of an attribute with a plain value; for many values: at least one compares so. */
    record Compare<R>(Attribute<R, ?> attribute, Operator operator, Object value) implements Criterion<R> {}

    /** Equal to one of the plain values. */
    record In<R>(Attribute<R, ?> attribute, List<Object> values) implements Criterion<R> {

        /** Copies the values. */
        public In {
            values = List.copyOf(values);
        }
    }

    /** Without a value. */
    record Absent<R>(Attribute<R, ?> attribute) implements Criterion<R> {}

    /** A text that holds the needle anywhere. */
    record Contains<R>(Attribute<R, ?> attribute, String needle) implements Criterion<R> {}

    /** All of the parts; none means always. */
    record And<R>(List<Criterion<R>> parts) implements Criterion<R> {

        /** Copies the parts. */
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** One of the parts; none means never. */
    record Or<R>(List<Criterion<R>> parts) implements Criterion<R> {

        /** Copies the parts. */
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** The opposite. */
    record Not<R>(Criterion<R> part) implements Criterion<R> {}

    /** Always satisfied. */
    static <R> Criterion<R> all() {
        return new All<>();
    }

    /** Never satisfied. */
    static <R> Criterion<R> none() {
        return new Or<>(List.of());
    }

    /** All of these. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <R> Criterion<R> allOf(Criterion<R>... parts) {
        return new And<>(List.of(parts));
    }

    /** One of these. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <R> Criterion<R> anyOf(Criterion<R>... parts) {
        return new Or<>(List.of(parts));
    }

    /** This and the other. */
    default Criterion<R> and(Criterion<R> other) {
        return this instanceof All<R> ? other : other instanceof All<R> ? this : new And<>(List.of(this, other));
    }

    /** This or the other. */
    default Criterion<R> or(Criterion<R> other) {
        return new Or<>(List.of(this, other));
    }

    /** Not this. */
    default Criterion<R> not() {
        return new Not<>(this);
    }

    /**
     * Whether the record satisfies the condition. The depth is bounded by {@link CriterionLimits}, which every
     * {@link Query} checks.
     */
    default boolean test(R record) {
        if (this instanceof All<R>) {
            return true;
        }
        if (this instanceof Compare<R> c) {
            return c.attribute().readAll(record).stream()
                    .anyMatch(value -> c.operator().holds(PlainValues.compare(value, c.value())));
        }
        if (this instanceof In<R> in) {
            return in.attribute().readAll(record).stream().anyMatch(in.values()::contains);
        }
        if (this instanceof Absent<R> absent) {
            return absent.attribute().readAll(record).isEmpty();
        }
        if (this instanceof Contains<R> contains) {
            return contains.attribute().readAll(record).stream()
                    .anyMatch(value -> ((String) value).contains(contains.needle()));
        }
        if (this instanceof And<R> and) {
            return and.parts().stream().allMatch(part -> part.test(record));
        }
        if (this instanceof Or<R> or) {
            return or.parts().stream().anyMatch(part -> part.test(record));
        }
        return !((Not<R>) this).part().test(record);
    }
}
