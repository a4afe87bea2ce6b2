package io.itsm4j.jpa;

import io.itsm4j.jpa.Catalogue.Place;
import io.itsm4j.jpa.mapping.Micros;
import io.itsm4j.jpa.mapping.ValueDigest;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Criterion.Operator;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a query: the text depends on the shape of the criterion only, every value is a parameter.
 *
 * @param <R> the record asked for
 */
final class Jpql<R> {

    /** The most values of one list of an {@code in}; Oracle's limit of 1,000 is the strictest known. */
    static final int CHUNK = 500;

    private static final int FEW = 8;

    private static final String ALIAS = "e";

    private final Catalogue catalogue;
    private final RecordKind<R> kind;
    private final StringBuilder text = new StringBuilder(160);
    private final List<Object> values = new ArrayList<>();
    private boolean negated;

    Jpql(Catalogue catalogue, RecordKind<R> kind) {
        this.catalogue = catalogue;
        this.kind = kind;
    }

    /** The text. */
    String text() {
        return text.toString();
    }

    /** The values of the parameters {@code p0}, {@code p1} … */
    List<Object> values() {
        return values;
    }

    Jpql<R> add(String part) {
        text.append(part);
        return this;
    }

    /** Adds what is selected, from where, for whom. */
    Jpql<R> select(String what, @Nullable String tenant) {
        text.append("select ")
                .append(what)
                .append(" from ")
                .append(catalogue.entity(kind))
                .append(" e");
        if (tenant != null) {
            text.append(" where e.tenant = ");
            bind(tenant);
        } else {
            text.append(" where e.id is not null");
        }
        return this;
    }

    /** Adds a further condition. */
    Jpql<R> and(Criterion<R> criterion) {
        if (criterion instanceof Criterion.And<R> and) {
            and.parts().forEach(this::and);
        } else if (!(criterion instanceof Criterion.All<R>)) {
            text.append(" and ");
            write(criterion);
        }
        return this;
    }

    /** Adds the order; the primary key is the last key, in the direction of the last sort. */
    Jpql<R> orderBy(List<Sort<R>> sort) {
        text.append(" order by ");
        boolean descending = false;
        for (Sort<R> key : sort) {
            descending = key.descending();
            text.append(field(key.attribute())).append(descending ? " desc, " : ", ");
        }
        text.append(descending ? "e.id desc" : "e.id");
        return this;
    }

    /** The path of an attribute that lies in the record's own table. */
    String field(Attribute<R, ?> attribute) {
        if (catalogue.place(kind, attribute) instanceof Place.Field field) {
            return ALIAS + "." + field.name();
        }
        throw new IllegalArgumentException(kind + " keeps " + attribute + " in another table");
    }

    private void write(Criterion<R> criterion) {
        if (criterion instanceof Criterion.All<R>) {
            text.append("1 = 1");
        } else if (criterion instanceof Criterion.And<R> and) {
            join(and.parts(), " and ", "1 = 1");
        } else if (criterion instanceof Criterion.Or<R> or) {
            join(or.parts(), " or ", "1 = 0");
        } else if (criterion instanceof Criterion.Not<R> not) {
            boolean before = negated;
            negated = true;
            text.append("not (");
            write(not.part());
            text.append(')');
            negated = before;
        } else {
            leaf(criterion);
        }
    }

    private void join(List<Criterion<R>> parts, String word, String none) {
        if (parts.isEmpty()) {
            text.append(none);
            return;
        }
        String before = "(";
        for (Criterion<R> part : parts) {
            text.append(before);
            write(part);
            before = word;
        }
        text.append(')');
    }

    private void leaf(Criterion<R> criterion) {
        if (criterion instanceof Criterion.Compare<R> compare) {
            at(compare.attribute(), path -> compare(compare.attribute(), path, compare.operator(), compare.value()));
        } else if (criterion instanceof Criterion.In<R> in) {
            at(in.attribute(), path -> in(in.attribute(), path, in.values()));
        } else if (criterion instanceof Criterion.Contains<R> contains) {
            at(contains.attribute(), path -> {
                text.append(path).append(" like ");
                bind("%" + escaped(contains.needle()) + "%");
                text.append(" escape '!'");
            });
        } else if (criterion instanceof Criterion.Absent<R> absent) {
            absent(absent.attribute());
        }
    }

    /** Writes a condition on an attribute where it lies. In a negation, a missing value must make it false. */
    private void at(Attribute<R, ?> attribute, java.util.function.Consumer<String> condition) {
        Place place = catalogue.place(kind, attribute);
        if (place instanceof Place.Field field) {
            String path = ALIAS + "." + field.name();
            if (negated) {
                text.append('(').append(path).append(" is not null and ");
                condition.accept(path);
                text.append(')');
            } else {
                condition.accept(path);
            }
        } else if (place instanceof Place.Detail detail) {
            text.append("exists (select d.id from ").append(detail.entity()).append(" d where d.id = e.id and ");
            condition.accept("d." + detail.name());
            text.append(')');
        } else if (place instanceof Place.Values in) {
            values(in, attribute);
            text.append(" and ");
            condition.accept("v." + column(attribute));
            text.append(')');
        }
    }

    private void absent(Attribute<R, ?> attribute) {
        Place place = catalogue.place(kind, attribute);
        if (place instanceof Place.Field field) {
            text.append("e.").append(field.name()).append(" is null");
        } else if (place instanceof Place.Detail detail) {
            text.append("not exists (select d.id from ")
                    .append(detail.entity())
                    .append(" d where d.id = e.id and d.")
                    .append(detail.name())
                    .append(" is not null)");
        } else if (place instanceof Place.Values in) {
            text.append("not ");
            values(in, attribute);
            text.append(')');
        }
    }

    private void values(Place.Values in, Attribute<R, ?> attribute) {
        text.append("exists (select v.digest from ")
                .append(in.entity())
                .append(" v where v.")
                .append(in.owner())
                .append(" = e.id and v.tenant = e.tenant and v.name = ");
        bind(attribute.name());
    }

    /** The column that holds values of such an attribute in a table of values. */
    static String column(Attribute<?, ?> attribute) {
        return switch (attribute.plain()) {
            case TEXT -> "textValue";
            case NUMBER -> "numberValue";
            case FLAG -> "flagValue";
            case TIME -> "timeValue";
        };
    }

    private void compare(Attribute<R, ?> attribute, String path, Operator operator, Object value) {
        if (value instanceof Boolean flag && operator != Operator.EQ) {
            in(
                    attribute,
                    path,
                    List.of(true, false).stream()
                            .filter(b -> holds(b, operator, flag))
                            .<Object>map(b -> b)
                            .toList());
        } else if (operator == Operator.EQ && path.startsWith("v.")) {
            text.append("v.digest = ");
            bind(ValueDigest.of(attribute.name(), value));
        } else {
            text.append(path).append(symbol(operator));
            bind(stored(value));
        }
    }

    private static boolean holds(boolean one, Operator operator, boolean other) {
        int order = Boolean.compare(one, other);
        return switch (operator) {
            case EQ -> order == 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
        };
    }

    private static String symbol(Operator operator) {
        return switch (operator) {
            case EQ -> " = ";
            case LT -> " < ";
            case LE -> " <= ";
            case GT -> " > ";
            case GE -> " >= ";
        };
    }

    private void in(Attribute<R, ?> attribute, String path, List<Object> wanted) {
        if (wanted.isEmpty()) {
            text.append("1 = 0");
            return;
        }
        boolean indexed = path.startsWith("v.");
        List<Object> all = wanted.stream()
                .distinct()
                .map(value -> indexed ? ValueDigest.of(attribute.name(), value) : stored(value))
                .toList();
        if (all.size() > CHUNK) {
            text.append('(');
        }
        for (int from = 0; from < all.size(); from += CHUNK) {
            text.append(from == 0 ? "" : " or ")
                    .append(indexed ? "v.digest" : path)
                    .append(" in ");
            list(padded(all.subList(from, Math.min(all.size(), from + CHUNK))));
        }
        if (all.size() > CHUNK) {
            text.append(')');
        }
    }

    /**
     * A short list is written parameter by parameter: Hibernate translates a query with a list in one anew each time.
     */
    private void list(List<Object> part) {
        if (part.size() > FEW) {
            bind(part);
            return;
        }
        String before = "(";
        for (Object value : part) {
            text.append(before);
            bind(value);
            before = ", ";
        }
        text.append(')');
    }

    /** Fills up to the next power of two with the last value, so that lists of all lengths give few texts. */
    static List<Object> padded(List<Object> part) {
        int size = Math.min(CHUNK, Integer.highestOneBit(Math.max(1, part.size() * 2 - 1)));
        List<Object> full = new ArrayList<>(part);
        while (full.size() < size) {
            full.add(part.get(part.size() - 1));
        }
        return full;
    }

    private static String escaped(String needle) {
        return needle.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static Object stored(Object value) {
        return value instanceof Instant time ? (Object) Micros.of(time) : value;
    }

    /** Adds a parameter. */
    Jpql<R> bind(Object value) {
        text.append(":p").append(values.size());
        values.add(value);
        return this;
    }
}
