package io.itsm4j.storage;

import io.itsm4j.actor.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers page requests on any kind of record, without an offset: one query a page at any depth, and one more where a
 * page goes on beyond the records that share all sort keys but the last.
 */
public final class Paging {

    /** How many records {@link #seen} looks at before it leaves the rest to the next page. */
    static final int LOOKED_AT = 10_000;

    private Paging() {}

    /**
     * Reads a page.
     *
     * @param kind the kind of record
     * @param id the attribute of its primary key
     * @param tenant whose records
     * @param request condition, order, size and cursor
     * @param visible what the actor may see
     * @param fallback the order when the request names none
     * @return the page; it has a next one exactly when there are more records now
     * @throws io.itsm4j.InvalidInput when the cursor is damaged or belongs to another tenant, query or size
     */
    public static <R> Page<R> page(
            UnitOfWork work,
            RecordKind<R> kind,
            Attribute<R, String> id,
            TenantId tenant,
            PageRequest<R> request,
            Criterion<R> visible,
            List<Sort<R>> fallback) {
        List<Query<R>> queries = queries(kind, id, tenant, request, visible, fallback);
        Query<R> query = queries.get(0);
        List<R> found = found(queries, work::list);
        return cut(
                found,
                request.size(),
                last -> Cursor.write(
                        fingerprint(kind, tenant, request, visible, fallback),
                        Keyset.position(kind, query.sort(), last)));
    }

    /**
     * Reads a page of views; the projection must hold the primary key and the sort keys.
     *
     * @see #page(UnitOfWork, RecordKind, Attribute, TenantId, PageRequest, Criterion, List)
     */
    public static <R, S> Page<S> page(
            UnitOfWork work,
            RecordKind<R> kind,
            Attribute<R, String> id,
            TenantId tenant,
            PageRequest<R> request,
            Criterion<R> visible,
            List<Sort<R>> fallback,
            Projection<R, S> projection) {
        List<Query<R>> queries = queries(kind, id, tenant, request, visible, fallback);
        Query<R> query = queries.get(0);
        List<Attribute<R, ?>> wanted = new ArrayList<>(projection.attributes());
        query.sort().forEach(key -> wanted.add(key.attribute()));
        wanted.add(id);
        int own = projection.attributes().size();
        Projection<R, Row<S>> rows = new Projection<>(
                wanted,
                values ->
                        new Row<>(projection.view().apply(values.subList(0, own)), values.subList(own, values.size())));
        List<Row<S>> found = found(queries, part -> work.list(part, rows));
        return cut(
                        found,
                        request.size(),
                        last -> Cursor.write(fingerprint(kind, tenant, request, visible, fallback), last.position()))
                .map(Row::view);
    }

    /**
     * Reads a page of what somebody may see where no condition can say it, because it follows from other records: reads
     * on until the page is full and it is known whether there is a next one, over at most {@value #LOOKED_AT} records.
     *
     * @param look what becomes of each record, in order; empty for one that is not to be seen
     * @return the page; it has a next one exactly when there is more to be seen, or when there may be beyond the limit
     * @throws io.itsm4j.InvalidInput when the cursor is damaged or belongs to another tenant, query or size
     */
    public static <R, S> Page<S> seen(
            UnitOfWork work,
            RecordKind<R> kind,
            Attribute<R, String> id,
            TenantId tenant,
            PageRequest<R> request,
            List<Sort<R>> fallback,
            Function<List<R>, List<Optional<S>>> look) {
        String fingerprint = fingerprint(kind, tenant, request, Criterion.all(), fallback);
        List<Query<R>> queries = queries(kind, id, tenant, request, Criterion.all(), fallback);
        Query<R> first = queries.get(0);
        List<S> items = new ArrayList<>();
        List<Object> shown = List.of();
        int looked = 0;
        while (true) {
            List<R> found = found(queries, work::list);
            List<Optional<S>> seen = look.apply(found);
            for (int at = 0; at < found.size(); at++) {
                if (seen.get(at).isPresent()) {
                    if (items.size() == request.size()) {
                        return new Page<>(items, Optional.of(Cursor.write(fingerprint, shown)));
                    }
                    items.add(seen.get(at).get());
                    shown = Keyset.position(kind, first.sort(), found.get(at));
                }
            }
            if (found.size() < queries.get(0).limit()) {
                return new Page<>(items, Optional.empty());
            }
            List<Object> read = Keyset.position(kind, first.sort(), found.get(found.size() - 1));
            looked += found.size();
            if (looked >= LOOKED_AT) {
                return new Page<>(items, Optional.of(Cursor.write(fingerprint, read)));
            }
            Query<R> more = new Query<>(kind, tenant, request.criterion(), first.sort(), PageRequest.CAP, Lock.NONE);
            queries = Keyset.stretches(id, first.sort(), read).stream()
                    .map(stretch -> new Query<>(
                            kind, tenant, more.criterion().and(stretch), more.sort(), more.limit(), Lock.NONE))
                    .toList();
        }
    }

    /**
     * Everything a query wants, however much it is, read part by part in its order.
     *
     * @param query its limit is the size of a part; a lock is kept on all of them
     * @param id the attribute of the primary key
     */
    public static <R> List<R> all(UnitOfWork work, Query<R> query, Attribute<R, String> id) {
        return all(work::list, query, id);
    }

    /** The same where something else than a unit of work answers queries. */
    public static <R> List<R> all(Function<Query<R>, List<R>> store, Query<R> query, Attribute<R, String> id) {
        List<R> all = new ArrayList<>();
        Query<R> next = query;
        while (true) {
            List<R> part = store.apply(next);
            all.addAll(part);
            if (part.isEmpty() || part.size() < full(query)) {
                return all;
            }
            List<Object> last = Keyset.position(query.kind(), query.sort(), part.get(part.size() - 1));
            next = new Query<>(
                    query.kind(),
                    query.tenant(),
                    query.criterion().and(Keyset.after(id, query.sort(), last)),
                    query.sort(),
                    query.limit(),
                    query.lock());
        }
    }

    /** A locked part may come short of a few that ceased to match while they were waited for. */
    private static int full(Query<?> query) {
        return query.lock() == Lock.NONE ? query.limit() : Math.max(1, query.limit() / 2);
    }

    private record Row<S>(S view, List<Object> position) {}

    /** One after the other, until there is enough for the page and for knowing whether there is a next one. */
    private static <R, T> List<T> found(List<Query<R>> queries, Function<Query<R>, List<T>> list) {
        List<T> found = new ArrayList<>();
        for (Query<R> query : queries) {
            int missing = query.limit() - found.size();
            if (missing > 0) {
                found.addAll(list.apply(query.limitedTo(missing)));
            }
        }
        return found;
    }

    private static <T> Page<T> cut(List<T> found, int size, Function<T, String> cursor) {
        if (found.size() <= size) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, size);
        return new Page<>(items, Optional.of(cursor.apply(items.get(size - 1))));
    }

    private static <R> String fingerprint(
            RecordKind<R> kind, TenantId tenant, PageRequest<R> request, Criterion<R> visible, List<Sort<R>> fallback) {
        List<Sort<R>> sort = request.sort().isEmpty() ? fallback : request.sort();
        return Cursor.checksum(
                tenant + "|" + kind + "|" + request.criterion().and(visible) + "|" + sort + "|" + request.size());
    }

    private static <R> List<Query<R>> queries(
            RecordKind<R> kind,
            Attribute<R, String> id,
            TenantId tenant,
            PageRequest<R> request,
            Criterion<R> visible,
            List<Sort<R>> fallback) {
        List<Sort<R>> sort = request.sort().isEmpty() ? fallback : request.sort();
        Query<R> base =
                new Query<>(kind, tenant, request.criterion().and(visible), sort, request.size() + 1, Lock.NONE);
        String cursor = request.cursor();
        if (cursor == null) {
            return List.of(base);
        }
        List<Attribute.Plain> types = new ArrayList<>();
        sort.forEach(key -> types.add(key.attribute().plain()));
        types.add(id.plain());
        List<Object> position = Cursor.read(cursor, fingerprint(kind, tenant, request, visible, fallback), types);
        return Keyset.stretches(id, sort, position).stream()
                .map(stretch -> new Query<>(kind, tenant, base.criterion().and(stretch), sort, base.limit(), Lock.NONE))
                .toList();
    }
}
