package io.itsm4j.jpa;

import io.itsm4j.jpa.mapping.Micros;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Reach;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a recursive query in PostgreSQL's own words: each way is looked up in an index of its own beside what was
 * found before, which H2 and MariaDB cannot. Tables and columns are those of the entities, in the schema that Hibernate
 * was told.
 */
final class Reaching {

    private final Catalogue catalogue;
    private final StringBuilder text = new StringBuilder(600);
    private final List<Object> values = new ArrayList<>();

    private Reaching(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static boolean isPossible(Dialect dialect, Reach<?> question) {
        return dialect.provider() == Dialect.Provider.HIBERNATE
                && dialect.database() == Dialect.Database.POSTGRESQL
                && !question.ways().isEmpty();
    }

    static <R> Reaching of(Catalogue catalogue, Reach<R> question) {
        Reaching reaching = new Reaching(catalogue);
        reaching.write(question);
        return reaching;
    }

    /** The text, with parameters {@code p0}, {@code p1} … */
    String text() {
        return text.toString();
    }

    List<Object> values() {
        return values;
    }

    private <R> void write(Reach<R> question) {
        String tenant = question.tenant().value();
        text.append("with recursive hit(id) as (select cast(r.id as varchar(100)) from ");
        text.append(table(question.places())).append(" r where r.tenant = ");
        bind(tenant);
        text.append(" and r.id in ");
        list(question.roots().stream().sorted().<Object>map(id -> id).toList());
        text.append(" union select way.id from hit h, lateral (");
        String before = "";
        for (Reach.Way<R> way : question.ways()) {
            text.append(before)
                    .append("select ")
                    .append(column(question.kind(), way.there()))
                    .append(" as id from ");
            text.append(table(question.kind())).append(" e where e.tenant = ");
            bind(tenant);
            text.append(" and ").append(column(question.kind(), way.here())).append(" = h.id and ");
            write(question.kind(), way.condition());
            text.append(" and ");
            write(question.kind(), question.holding());
            before = " union all ";
        }
        text.append(") way) select h.id from hit h");
    }

    private <R> void write(RecordKind<R> kind, Criterion<R> criterion) {
        if (criterion instanceof Criterion.And<R> and) {
            String before = "";
            for (Criterion<R> part : and.parts()) {
                text.append(before);
                write(kind, part);
                before = " and ";
            }
        } else if (criterion instanceof Criterion.Compare<R> compare) {
            text.append(column(kind, compare.attribute()))
                    .append(
                            switch (compare.operator()) {
                                case EQ -> " = ";
                                case LT -> " < ";
                                case LE -> " <= ";
                                case GT -> " > ";
                                case GE -> " >= ";
                            });
            bind(compare.value());
        } else if (criterion instanceof Criterion.In<R> in) {
            text.append(column(kind, in.attribute())).append(" in ");
            list(in.values());
        } else {
            throw new IllegalArgumentException("what leads on is told by comparisons, not by " + criterion);
        }
    }

    private void list(List<Object> all) {
        String before = "(";
        for (Object value : all) {
            text.append(before);
            bind(value);
            before = ", ";
        }
        text.append(')');
    }

    private void bind(Object value) {
        text.append(":p").append(values.size());
        values.add(value instanceof Instant time ? (Object) Micros.of(time) : value);
    }

    private String table(RecordKind<?> kind) {
        return SqlNames.qualified(catalogue.mapping(kind).entity());
    }

    private <R> String column(RecordKind<R> kind, Attribute<R, ?> attribute) {
        if (catalogue.place(kind, attribute) instanceof Catalogue.Place.Field field) {
            try {
                return "e." + SqlNames.column(catalogue.mapping(kind).entity().getDeclaredField(field.name()));
            } catch (NoSuchFieldException missing) {
                throw new IllegalStateException(missing);
            }
        }
        throw new IllegalArgumentException(kind + " keeps " + attribute + " in another table");
    }
}
