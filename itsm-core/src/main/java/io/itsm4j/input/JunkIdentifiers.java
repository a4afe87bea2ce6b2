package io.itsm4j.input;

import java.util.Locale;
import java.util.Set;

/** Values that firmware and people put where an identifier belongs, and that identify nothing. */
public final class JunkIdentifiers {

    private static final Set<String> KNOWN = Set.of(
            "default string",
            "to be filled by o.e.m.",
            "to be filled by oem",
            "o.e.m.",
            "oem",
            "system serial number",
            "chassis serial number",
            "base board serial number",
            "system product name",
            "system manufacturer",
            "serial number",
            "not specified",
            "not applicable",
            "not available",
            "not present",
            "no asset tag",
            "no asset information",
            "asset tag",
            "asset-1234567890",
            "invalid",
            "none",
            "n/a",
            "na",
            "null",
            "nil",
            "empty",
            "unknown",
            "undefined",
            "unset",
            "tbd",
            "todo",
            "test",
            "example",
            "localhost",
            "localhost.localdomain",
            "123456789",
            "1234567890",
            "0123456789",
            "12345678",
            "123456",
            "03000200-0400-0500-0006-000700080009");

    private JunkIdentifiers() {}

    /**
     * Whether a value identifies nothing: blank, one of the well-known fillers, or one and the same character over and
     * over (separators aside), such as {@code 00:00:00:00:00:00}.
     */
    public static boolean isJunk(String value) {
        String folded = value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).strip();
        String bare = folded.replaceAll("[\\s:._-]", "");
        return bare.isEmpty()
                || KNOWN.contains(folded)
                || bare.chars().distinct().count() == 1 && bare.length() > 2;
    }
}
