package io.itsm4j.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property of a kind of record by which it can be filtered and perhaps sorted. Declared once, beside the record, as a
 * named constant.
 *
 * <p>A value is stored and compared as one of four plain types: {@code String} (by code point), {@code Long},
 * {@code Boolean} or {@code Instant} (in microseconds). The encoder turns the domain's value into that.
 *
 * @param <R> the record
 * @param <V> the domain's type of the value
 */
public final class Attribute<R, V> {

    /** The plain types an adapter has to store. */
    public enum Plain {
        TEXT,
        NUMBER,
        FLAG,
        TIME;

        /** Whether the value is of this type. */
        boolean holds(Object value) {
            return switch (this) {
                case TEXT -> value instanceof String;
                case NUMBER -> value instanceof Long;
                case FLAG -> value instanceof Boolean;
                case TIME -> value instanceof Instant;
            };
        }
    }

    private final String name;
    private final Plain plain;
    private final boolean many;
    private final boolean sortable;
    private final Function<V, Object> encoder;
    private final Function<R, ? extends @Nullable Object> reader;

    private Attribute(
            String name,
            Plain plain,
            boolean many,
            boolean sortable,
            Function<V, Object> encoder,
            Function<R, ? extends @Nullable Object> reader) {
        this.name = name;
        this.plain = plain;
        this.many = many;
        this.sortable = sortable;
        this.encoder = encoder;
        this.reader = reader;
    }

    /** A text that compares by code point. */
    public static <R> Attribute<R, String> text(String name, Function<R, @Nullable String> reader) {
        return new Attribute<>(name, Plain.TEXT, false, false, value -> value, reader);
    }

    /** A domain value that is stored as text, for example an id. */
    public static <R, V> Attribute<R, V> text(
            String name, Function<R, @Nullable V> reader, Function<V, String> encoder) {
        return new Attribute<>(name, Plain.TEXT, false, false, encoder::apply, reader);
    }

    /** A whole number. */
    public static <R> Attribute<R, Long> number(String name, Function<R, @Nullable Long> reader) {
        return new Attribute<>(name, Plain.NUMBER, false, false, value -> value, reader);
    }

    /** A domain value that is stored as a whole number, for example a priority by its rank. */
    public static <R, V> Attribute<R, V> number(
            String name, Function<R, @Nullable V> reader, Function<V, Long> encoder) {
        return new Attribute<>(name, Plain.NUMBER, false, false, encoder::apply, reader);
    }

    /** A yes or no. */
    public static <R> Attribute<R, Boolean> flag(String name, Function<R, @Nullable Boolean> reader) {
        return new Attribute<>(name, Plain.FLAG, false, false, value -> value, reader);
    }

    /** An instant, in microseconds. */
    public static <R> Attribute<R, Instant> time(String name, Function<R, @Nullable Instant> reader) {
        return new Attribute<>(name, Plain.TIME, false, false, value -> value, reader);
    }

    /**
     * A set of values held in an index of their own (tags, affected CIs, indexed custom fields). An adapter keeps them
     * in rows of name and value, not in a column of the record.
     */
    public static <R, V> Attribute<R, V> many(
            String name, Plain plain, Function<R, ? extends Collection<?>> reader, Function<V, Object> encoder) {
        return new Attribute<>(name, plain, true, false, encoder, reader);
    }

    /** The same attribute, allowed as a sort key. Its values must never be null. */
    public Attribute<R, V> sorted() {
        return new Attribute<>(name, plain, many, true, encoder, reader);
    }

    /** The stable name, camel case. */
    public String name() {
        return name;
    }

    /** How the value is stored. */
    public Plain plain() {
        return plain;
    }

    /** Whether a record holds a set of these values. */
    public boolean isMany() {
        return many;
    }

    /** Whether it may be a sort key. */
    public boolean isSortable() {
        return sortable;
    }

    /** The plain form of a value, as criteria carry it. */
    public Object encode(V value) {
        return encoder.apply(value);
    }

    /** The record's plain value, or null; not for an attribute of many values. */
    @SuppressWarnings("unchecked")
    public @Nullable Object read(R record) {
        Object value = reader.apply(record);
        return value == null ? null : encoder.apply((V) value);
    }

    /** The record's plain values; one or none unless {@link #isMany()}. */
    @SuppressWarnings("unchecked")
    public List<Object> readAll(R record) {
        Object value = reader.apply(record);
        if (value == null) {
            return List.of();
        }
        if (!many) {
            return List.of(encoder.apply((V) value));
        }
        Collection<V> all = (Collection<V>) value;
        return all.isEmpty() ? List.of() : all.stream().map(encoder).toList();
    }

    /** Equal to the value; for an attribute of many values: holds the value. */
    public Criterion<R> is(V value) {
        return new Criterion.Compare<>(this, Criterion.Operator.EQ, encode(value));
    }

    /** Before or equal to the value. */
    public Criterion<R> atMost(V value) {
        return new Criterion.Compare<>(this, Criterion.Operator.LE, encode(value));
    }

    /** After or equal to the value. */
    public Criterion<R> atLeast(V value) {
        return new Criterion.Compare<>(this, Criterion.Operator.GE, encode(value));
    }

    /** Strictly before the value. */
    public Criterion<R> before(V value) {
        return new Criterion.Compare<>(this, Criterion.Operator.LT, encode(value));
    }

    /** Strictly after the value. */
    public Criterion<R> after(V value) {
        return new Criterion.Compare<>(this, Criterion.Operator.GT, encode(value));
    }

    /** Equal to one of the values; an empty collection matches nothing. */
    public Criterion<R> in(Collection<? extends V> values) {
        return new Criterion.In<>(this, values.stream().map(this::encode).toList());
    }

    /** Has no value. */
    public Criterion<R> isAbsent() {
        return new Criterion.Absent<>(this);
    }

    /** Holds the text anywhere, {@code %} and {@code _} being ordinary characters; exact, so fold both sides. */
    public Criterion<R> contains(String needle) {
        return new Criterion.Contains<>(this, needle);
    }

    @Override
    public String toString() {
        return name;
    }
}
