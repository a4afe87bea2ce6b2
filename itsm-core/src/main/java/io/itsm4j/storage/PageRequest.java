package io.itsm4j.storage;

import io.itsm4j.InvalidInput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which list, in which order.
 *
 * @param criterion the condition, joined with what the actor may see
 * @param sort the sort keys; empty means newest first
 * @param size 1 to {@value #CAP}
 * @param cursor where to go on, from {@link Page#next()}, or null for the first page
 */
public record PageRequest<R>(
        Criterion<R> criterion,
        List<Sort<R>> sort,
        int size,
        @Nullable String cursor) {

    /** The largest page. */
    public static final int CAP = 500;

    /**
     * Checks the size.
     *
     * @throws InvalidInput with {@code QUERY_PAGE}
     */
    public PageRequest {
        sort = List.copyOf(sort);
        if (size < 1 || size > CAP) {
            throw new InvalidInput("size", "QUERY_PAGE", Map.of("size", size, "limit", CAP));
        }
    }

    /** The first 50 records that satisfy the condition. */
    public static <R> PageRequest<R> of(Criterion<R> criterion) {
        return new PageRequest<>(criterion, List.of(), 50, null);
    }

    /** The first 50 records of all. */
    public static <R> PageRequest<R> all() {
        return of(Criterion.all());
    }

    /** The same in this order. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final PageRequest<R> sortedBy(Sort<R>... keys) {
        return new PageRequest<>(criterion, List.of(keys), size, cursor);
    }

    /** The same with pages of this size. */
    public PageRequest<R> ofSize(int wanted) {
        return new PageRequest<>(criterion, sort, wanted, cursor);
    }

    /** The page at the cursor. */
    public PageRequest<R> at(@Nullable String where) {
        return new PageRequest<>(criterion, sort, size, where);
    }
}
