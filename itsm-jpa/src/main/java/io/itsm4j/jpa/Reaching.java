package io.itsm4j.jpa;

import io.itsm4j.storage.Reach;

/**
 * Writes a recursive query. Hibernate translates it, so that tables are called and found as everywhere else; PostgreSQL
 * looks the alternatives of its join up in an index each, which H2 and MariaDB do not.
 */
final class Reaching {

    private Reaching() {}

    static boolean isPossible(Dialect dialect) {
        return dialect.provider() == Dialect.Provider.HIBERNATE && dialect.database() == Dialect.Database.POSTGRESQL;
    }

    static <R> Jpql<R> of(Catalogue catalogue, Reach<R> question) {
        String tenant = question.tenant().value();
        Jpql<R> jpql = new Jpql<>(catalogue, question.kind());
        jpql.add("with hit as (select cast(r.id as string) as id from " + catalogue.entity(question.places())
                + " r where r.tenant = ");
        jpql.bind(tenant).add(" and r.id in ").list(question.roots().stream().sorted().<Object>map(id -> id).toList());
        jpql.add(" union select ").add(there(jpql, question)).add(" as id from hit h join ");
        jpql.add(catalogue.entity(question.kind())).add(" e on ");
        String before = "";
        for (Reach.Way<R> way : question.ways()) {
            jpql.add(before + "(" + jpql.field(way.here()) + " = h.id").and(way.condition()).add(")");
            before = " or ";
        }
        jpql.add(" where e.tenant = ").bind(tenant).and(question.holding());
        return jpql.add(") select h.id from hit h");
    }

    /** No record leads from a key to itself, so it leads on at the end at which the key does not stand. */
    private static <R> String there(Jpql<R> jpql, Reach<R> question) {
        Reach.Way<R> first = question.ways().get(0);
        if (question.ways().size() == 1) {
            return jpql.field(first.there());
        }
        return "case when " + jpql.field(first.here()) + " = h.id then " + jpql.field(first.there()) + " else "
                + jpql.field(first.here()) + " end";
    }
}
