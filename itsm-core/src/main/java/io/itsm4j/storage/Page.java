package io.itsm4j.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param items the items in order; unmodifiable
 * @param next the cursor of the next page; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** The same page with each item seen differently. */
    public <S> Page<S> map(Function<? super T, ? extends S> view) {
        return new Page<>(items.stream().<S>map(view).toList(), next);
    }
}
