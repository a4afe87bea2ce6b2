package io.itsm4j.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text form: JSON with sorted names, no white space, whole numbers only, and the shortest escape of what
 * must be escaped. The same value always gives the same text, in every version of the library.
 */
public final class CanonicalJson {

    private static final int DEPTH = 20;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalJson() {}

    /**
     * Writes a value.
     *
     * @param value null, a {@code String}, {@code Long}, {@code Integer}, {@code Boolean}, a {@code List} or a
     *     {@code Map} with text keys of these
     * @throws IllegalArgumentException when something else is in it
     */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder(2048);
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value instanceof String text) {
            quote(text, out);
        } else if (value == null || value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof List<?> list) {
            char before = '[';
            for (Object item : list) {
                out.append(before);
                write(item, out);
                before = ',';
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, out);
        } else {
            throw new IllegalArgumentException("no canonical form for " + value.getClass());
        }
    }

    private static void writeMap(Map<?, ?> map, StringBuilder out) {
        Map<?, ?> sorted = map.size() < 2 || map instanceof TreeMap ? map : new TreeMap<>(map);
        char before = '{';
        for (Map.Entry<?, ?> entry : sorted.entrySet()) {
            out.append(before);
            quote((String) entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out);
            before = ',';
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < 0x20) {
                out.append(text, copied, i);
                copied = i + 1;
                escape(c, out);
            }
        }
        out.append(text, copied, text.length()).append('"');
    }

    private static void escape(char c, StringBuilder out) {
        if (c < 0x20) {
            out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        } else {
            out.append('\\').append(c);
        }
    }

    /**
     * Reads a text that {@link #write} wrote.
     *
     * @return null, {@code String}, {@code Long}, {@code Boolean}, {@code List} or {@code Map} in the order of the text
     * @throws IllegalArgumentException naming the position when the text is anything else
     */
    public static @Nullable Object read(String text) {
        Reader reader = new Reader(text);
        Object value = reader.value(0);
        if (reader.at != text.length()) {
            throw reader.broken();
        }
        return value;
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        @Nullable Object value(int depth) {
            if (depth > DEPTH || at >= text.length()) {
                throw broken();
            }
            char c = text.charAt(at);
            if (c == '"') {
                return string();
            }
            if (c == '{') {
                return map(depth);
            }
            if (c == '[') {
                return list(depth);
            }
            return c == '-' || isDigit(c) ? number() : word();
        }

        private @Nullable Object word() {
            for (String word : new String[] {"true", "false", "null"}) {
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return word.equals("null") ? null : Boolean.valueOf(word);
                }
            }
            throw broken();
        }

        private Long number() {
            int start = at++;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
            try {
                String digits = text.substring(start, at);
                Long number = Long.valueOf(digits);
                if (number.toString().equals(digits)) {
                    return number;
                }
            } catch (NumberFormatException tooLarge) {
                throw broken();
            }
            throw broken();
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private List<@Nullable Object> list(int depth) {
            List<@Nullable Object> items = new ArrayList<>();
            at++;
            if (take(']')) {
                return items;
            }
            do {
                items.add(value(depth + 1));
            } while (take(','));
            expect(']');
            return items;
        }

        private Map<String, @Nullable Object> map(int depth) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            at++;
            if (take('}')) {
                return map;
            }
            String last = null;
            do {
                if (at >= text.length() || text.charAt(at) != '"') {
                    throw broken();
                }
                String name = string();
                expect(':');
                if (last != null && last.compareTo(name) >= 0) {
                    throw broken();
                }
                last = name;
                map.put(name, value(depth + 1));
            } while (take(','));
            expect('}');
            return map;
        }

        private String string() {
            StringBuilder out = new StringBuilder();
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                char c = text.charAt(at++);
                if (c < 0x20) {
                    throw broken();
                }
                out.append(c == '\\' ? escaped() : c);
            }
            expect('"');
            return out.toString();
        }

        private char escaped() {
            if (at >= text.length()) {
                throw broken();
            }
            char c = text.charAt(at++);
            if (c == '"' || c == '\\') {
                return c;
            }
            if (c != 'u' || at + 4 > text.length() || !text.startsWith("00", at)) {
                throw broken();
            }
            int high = text.charAt(at + 2) - '0';
            int low = hexDigit(text.charAt(at + 3));
            if (high < 0 || high > 1 || low < 0) {
                throw broken();
            }
            at += 4;
            return (char) (high << 4 | low);
        }

        private static int hexDigit(char c) {
            return isDigit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        }

        private boolean take(char c) {
            boolean there = at < text.length() && text.charAt(at) == c;
            at += there ? 1 : 0;
            return there;
        }

        private void expect(char c) {
            if (!take(c)) {
                throw broken();
            }
        }

        IllegalArgumentException broken() {
            return new IllegalArgumentException("not in canonical form at character " + at);
        }
    }
}
