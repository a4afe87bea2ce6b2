package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of registering a supplier, and of changing one; it replaces what there was.
 *
 * @param name the name, unlike every other that is not archived, letter case aside
 * @param categories what it supplies
 * @param contacts whom to talk to
 * @param note what else is to be known, or null
 */
public record RegisterSupplier(
        @Line(max = 100, required = true) @Nullable String name,
        @Size(max = 50) Set<@Line(max = 100, required = true) String> categories,
        @Size(max = 50) List<@Valid SupplierContact> contacts,
        @Line(max = 4000, multi = true) @Nullable String note) {

    /** Copies the collections. */
    public RegisterSupplier {
        categories = Set.copyOf(categories);
        contacts = List.copyOf(contacts);
    }

    /** A supplier of a name. */
    public static RegisterSupplier named(@Nullable String name) {
        return new RegisterSupplier(name, Set.of(), List.of(), null);
    }

    /** The same, supplying these. */
    public RegisterSupplier supplying(String... what) {
        return new RegisterSupplier(name, Set.of(what), contacts, note);
    }

    /** The same with these contacts. */
    public RegisterSupplier reachedBy(SupplierContact... people) {
        return new RegisterSupplier(name, categories, List.of(people), note);
    }

    /** The same with a note. */
    public RegisterSupplier noting(@Nullable String text) {
        return new RegisterSupplier(name, categories, contacts, text);
    }
}
