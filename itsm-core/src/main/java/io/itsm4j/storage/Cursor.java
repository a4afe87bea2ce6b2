package io.itsm4j.storage;

import io.itsm4j.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The opaque text that leads to the next page: the position, a fingerprint of tenant, query and page size, and a
 * checksum over both. It is not a secret; visibility is checked again on every page.
 */
final class Cursor {

    private static final char SEPARATOR = '\u001f';

    private Cursor() {}

    static String write(String fingerprint, List<Object> position) {
        StringBuilder text = new StringBuilder(fingerprint);
        for (Object value : position) {
            text.append(SEPARATOR).append(tag(value)).append(shown(value));
        }
        byte[] body = (checksum(text.toString()) + SEPARATOR + text).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(body);
    }

    static List<Object> read(String cursor, String fingerprint, List<Attribute.Plain> types) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(String.valueOf(SEPARATOR), -1);
            boolean whole = parts.length == types.size() + 2
                    && parts[1].equals(fingerprint)
                    && parts[0].equals(checksum(text.substring(parts[0].length() + 1)));
            if (whole) {
                List<Object> position = new ArrayList<>();
                for (int i = 2; i < parts.length; i++) {
                    position.add(parse(parts[i], types.get(i - 2)));
                }
                return position;
            }
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException broken) {
            throw new InvalidInput(List.of(new InvalidInput.Fault("cursor", "QUERY_CURSOR")));
        }
        throw new InvalidInput("cursor", "QUERY_CURSOR", Map.of());
    }

    static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static char tag(Object value) {
        return value instanceof String ? 's' : value instanceof Long ? 'n' : value instanceof Instant ? 't' : 'b';
    }

    private static String shown(Object value) {
        if (value instanceof Instant time) {
            return time.getEpochSecond() + "." + time.getNano();
        }
        return value instanceof String text
                ? Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                : value.toString();
    }

    private static Object parse(String part, Attribute.Plain type) {
        String value = part.isEmpty() ? "" : part.substring(1);
        Object parsed = switch (part.isEmpty() ? ' ' : part.charAt(0)) {
            case 's' -> new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            case 'n' -> Long.valueOf(value);
            case 'b' -> Boolean.valueOf(value);
            case 't' -> time(value);
            default -> throw new IllegalArgumentException(part);
        };
        if (!type.holds(parsed)) {
            throw new IllegalArgumentException(part);
        }
        return parsed;
    }

    private static Instant time(String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException(value);
        }
        return Instant.ofEpochSecond(Long.parseLong(value.substring(0, dot)), Long.parseLong(value.substring(dot + 1)));
    }
}
