package io.itsm4j.ticket;

import io.itsm4j.journal.Personal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The form in which values enter the journal. */
final class Canonical {

    private Canonical() {}

    static @Nullable Object of(@Nullable Object value, boolean personal) {
        if (value == null || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            return value;
        }
        if (value instanceof Collection<?> many) {
            return many.stream()
                    .map(String::valueOf)
                    .sorted()
                    .map(text -> of(text, personal))
                    .toList();
        }
        String text = value instanceof Enum<?> constant ? constant.name() : value.toString();
        return personal ? new Personal(text) : text;
    }
}
