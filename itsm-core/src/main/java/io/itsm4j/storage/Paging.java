package io.itsm4j.storage;

import io.itsm4j.actor.TenantId;
import java.util.List;
import java.util.Optional;

/** Answers page requests on any kind of record: one query a page, at any depth, without an offset. */
public final class Paging {

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
        List<Sort<R>> sort = request.sort().isEmpty() ? fallback : request.sort();
        Query<R> base = new Query<>(
                kind, tenant, request.criterion().and(visible), sort, request.size() + 1, Lock.NONE);
        String print = Cursor.checksum(tenant + "|" + kind + "|" + base.criterion() + "|" + sort + "|" + request.size());
        Query<R> query = base;
        String cursor = request.cursor();
        if (cursor != null) {
            List<Object> position = Cursor.read(cursor, print, sort.size() + 1);
            query = new Query<>(
                    kind,
                    tenant,
                    base.criterion().and(Keyset.after(id, sort, position)),
                    sort,
                    base.limit(),
                    Lock.NONE);
        }
        List<R> found = work.list(query);
        if (found.size() <= request.size()) {
            return new Page<>(found, Optional.empty());
        }
        List<R> items = found.subList(0, request.size());
        String next = Cursor.write(print, Keyset.position(kind, sort, items.get(items.size() - 1)));
        return new Page<>(items, Optional.of(next));
    }
}
