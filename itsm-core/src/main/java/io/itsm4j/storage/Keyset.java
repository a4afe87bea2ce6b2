package io.itsm4j.storage;

import java.util.ArrayList;
import java.util.List;

/** Turns "after this record" into a criterion on the sort keys, so that adapters need to know nothing of pages. */
public final class Keyset {

    private Keyset() {}

    /** The plain sort values of a record, its primary key last. */
    public static <R> List<Object> position(RecordKind<R> kind, List<Sort<R>> sort, R record) {
        List<Object> values = new ArrayList<>();
        for (Sort<R> key : sort) {
            Object value = key.attribute().read(record);
            if (value == null) {
                throw new IllegalStateException("a sort key has no value: " + key.attribute());
            }
            values.add(value);
        }
        values.add(kind.idOf(record));
        return values;
    }

    /**
     * The records after a position. The first key is bounded on its own as well, so that a database can start its index
     * there.
     *
     * @param id the attribute of the primary key
     * @param sort the sort keys
     * @param position as {@link #position} gave it
     */
    public static <R> Criterion<R> after(Attribute<R, String> id, List<Sort<R>> sort, List<Object> position) {
        List<Sort<R>> keys = new ArrayList<>(sort);
        boolean descending = !sort.isEmpty() && sort.get(sort.size() - 1).descending();
        keys.add(new Sort<>(id, descending));
        List<Criterion<R>> alternatives = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            List<Criterion<R>> parts = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                parts.add(compare(keys.get(j), Criterion.Operator.EQ, position.get(j)));
            }
            parts.add(compare(keys.get(i), strict(keys.get(i)), position.get(i)));
            alternatives.add(new Criterion.And<>(parts));
        }
        Criterion.Operator bound = keys.get(0).descending() ? Criterion.Operator.LE : Criterion.Operator.GE;
        return compare(keys.get(0), bound, position.get(0)).and(new Criterion.Or<>(alternatives));
    }

    /**
     * The records after a position, cut into parts that follow one another in the order asked for: those that share all
     * sort keys but the last, those that share one fewer, and so on. Each part is one stretch of an index, so that a
     * database starts where the part starts, however many records lie before it.
     *
     * @see #after
     */
    public static <R> List<Criterion<R>> stretches(Attribute<R, String> id, List<Sort<R>> sort, List<Object> position) {
        int last = sort.size() - 1;
        List<Criterion<R>> stretches = new ArrayList<>();
        Criterion<R> tail = last < 0
                ? after(id, sort, position)
                : after(id, sort.subList(last, last + 1), position.subList(last, position.size()));
        for (int shared = Math.max(last, 0); shared >= 0; shared--) {
            List<Criterion<R>> parts = new ArrayList<>();
            for (int j = 0; j < shared; j++) {
                parts.add(compare(sort.get(j), Criterion.Operator.EQ, position.get(j)));
            }
            parts.add(
                    shared >= last ? tail : compare(sort.get(shared), strict(sort.get(shared)), position.get(shared)));
            stretches.add(new Criterion.And<>(parts));
        }
        return stretches;
    }

    private static <R> Criterion<R> compare(Sort<R> key, Criterion.Operator operator, Object value) {
        return new Criterion.Compare<>(key.attribute(), operator, value);
    }

    private static <R> Criterion.Operator strict(Sort<R> key) {
        return key.descending() ? Criterion.Operator.LT : Criterion.Operator.GT;
    }
}
