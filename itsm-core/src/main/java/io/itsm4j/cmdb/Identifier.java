package io.itsm4j.cmdb;

import io.itsm4j.input.JunkIdentifiers;
import io.itsm4j.journal.Digests;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What tells the items of a class apart: the values of these keys together.
 *
 * @param ciClass the class that declares it; its descendants share it
 * @param keys attributes, or {@code name}, {@code environment} and {@code location}
 */
public record Identifier(String ciClass, List<String> keys) {

    /** Keys that are no attributes. */
    static final List<String> BUILT_IN = List.of("name", "environment", "location");

    /** Copies the keys. */
    public Identifier {
        keys = List.copyOf(keys);
    }

    /**
     * The digest under which values are unique, letter case aside; empty when one of them is missing or junk.
     *
     * @param values the text of a key's value, or null
     */
    Optional<String> digest(Function<String, @Nullable String> values) {
        List<String> parts = new ArrayList<>(List.of(ciClass, String.join(",", keys)));
        for (String key : keys) {
            String value = values.apply(key);
            if (value == null || value.isBlank() || !BUILT_IN.contains(key) && JunkIdentifiers.isJunk(value)) {
                return Optional.empty();
            }
            parts.add(value.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        }
        return Optional.of(Digests.sha256(parts.toArray(String[]::new)).substring(0, 32));
    }

    @Override
    public String toString() {
        return String.join(" + ", keys);
    }
}
