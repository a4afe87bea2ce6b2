package io.itsm4j.ticket;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A component of a type's details whose changes the journal records.
 *
 * @param name the stable name
 * @param personal whether the value is about a person, or free text, and must be erasable
 * @param reader reads a text, a number, a boolean, an instant, or null
 */
public record DetailField<D>(String name, boolean personal, Function<D, ? extends @Nullable Object> reader) {

    /** A plain component. */
    public static <D> DetailField<D> plain(String name, Function<D, ? extends @Nullable Object> reader) {
        return new DetailField<>(name, false, reader);
    }

    /** A component that must be erasable. */
    public static <D> DetailField<D> personal(String name, Function<D, ? extends @Nullable Object> reader) {
        return new DetailField<>(name, true, reader);
    }

    @Nullable Object canonical(D details) {
        return Canonical.of(reader.apply(details), personal);
    }
}
