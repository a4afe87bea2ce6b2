package io.itsm4j.ticket;

import io.itsm4j.InvalidInput;
import java.util.Map;

/**
 * The identity of a ticket, unique across tenants.
 *
 * @param value a UUID as text of 36 lower-case characters
 */
public record TicketId(String value) {

    /**
     * Checks the form.
     *
     * @throws InvalidInput with {@code ID_FORM} when it is not a UUID in lower case
     */
    public TicketId {
        if (value == null || !isUuid(value)) {
            throw new InvalidInput("id", "ID_FORM", Map.of());
        }
    }

    /** Reads as {@code TicketId.of("0190…")}. */
    public static TicketId of(String value) {
        return new TicketId(value);
    }

    private static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            boolean hex = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            if (hyphen ? c != '-' : !hex) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
