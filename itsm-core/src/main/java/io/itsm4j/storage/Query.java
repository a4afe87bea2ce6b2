package io.itsm4j.storage;

import io.itsm4j.InvalidInput;
import io.itsm4j.actor.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of one kind of record. Bounded: there is always a limit, and there is no offset; a later page is asked
 * for by a criterion on the sort keys ({@link Keyset}).
 *
 * @param kind the kind of record
 * @param tenant whose records; null only for the library's own due work and delivery across tenants
 * @param criterion the condition
 * @param sort the keys; the primary key is added as the last one
 * @param limit the most records, 1 to {@value #MOST}
 * @param lock how they are read
 */
public record Query<R>(
        RecordKind<R> kind,
        @Nullable TenantId tenant,
        Criterion<R> criterion,
        List<Sort<R>> sort,
        int limit,
        Lock lock) {

    /** The most records one query may return. */
    public static final int MOST = 10_000;

    /** The most sort keys of one query. */
    public static final int SORT_KEYS = 5;

    /**
     * Checks the bounds.
     *
     * @throws InvalidInput with {@code QUERY_PAGE}, {@code QUERY_SORT} or {@code QUERY_FILTER}
     */
    public Query {
        sort = List.copyOf(sort);
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput("size", "QUERY_PAGE", Map.of("size", limit, "limit", MOST));
        }
        CriterionLimits.check(kind, criterion);
        if (!sort.isEmpty()) {
            checkSort(kind, sort);
        }
    }

    /** Everything of a tenant, sorted by primary key, at most {@value #MOST}, without a lock. */
    public static <R> Query<R> of(RecordKind<R> kind, @Nullable TenantId tenant, Criterion<R> criterion) {
        return new Query<>(kind, tenant, criterion, List.of(), MOST, Lock.NONE);
    }

    /** The same, sorted. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Query<R> sortedBy(Sort<R>... keys) {
        return new Query<>(kind, tenant, criterion, List.of(keys), limit, lock);
    }

    /** The same, with at most so many records. */
    public Query<R> limitedTo(int most) {
        return new Query<>(kind, tenant, criterion, sort, most, lock);
    }

    /** The same, with a lock. */
    public Query<R> locked(Lock how) {
        return new Query<>(kind, tenant, criterion, sort, limit, how);
    }

    private static <R> void checkSort(RecordKind<R> kind, List<Sort<R>> sort) {
        List<String> allowed = new ArrayList<>();
        kind.attributes().stream().filter(Attribute::isSortable).forEach(a -> allowed.add(a.name()));
        Set<String> seen = new HashSet<>();
        for (Sort<R> key : sort) {
            boolean known = kind.attribute(key.attribute().name())
                    .filter(declared -> declared.equals(key.attribute()) && declared.isSortable())
                    .isPresent();
            if (!known || !seen.add(key.attribute().name()) || seen.size() > SORT_KEYS) {
                throw new InvalidInput(
                        "sort", "QUERY_SORT", Map.of("value", key.attribute().name(), "allowed", allowed));
            }
        }
    }
}
