package io.itsm4j.request;

import io.itsm4j.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a definition or with answers, so that all of it is reported at once. */
final class Faults {

    private static final int MOST = 100;

    private final List<InvalidInput.Fault> all;
    private final String path;

    Faults() {
        this(new ArrayList<>(), "");
    }

    private Faults(List<InvalidInput.Fault> all, String path) {
        this.all = all;
        this.path = path;
    }

    /** The same collection for what lies further down. */
    Faults at(String step) {
        return new Faults(all, path.isEmpty() ? step : path + "." + step);
    }

    /** The same collection for an item of a list. */
    Faults at(String list, int index) {
        return at(list + "[" + index + "]");
    }

    void add(String field, String code, Map<String, ?> detail) {
        if (all.size() < MOST) {
            String whole = path.isEmpty() ? field : field.isEmpty() ? path : path + "." + field;
            all.add(new InvalidInput.Fault(whole, code, detail));
        }
    }

    void when(boolean wrong, String field, String code, String name, Object value) {
        if (wrong) {
            add(field, code, Map.of(name, value));
        }
    }

    /** A key is what definitions name each other by. */
    void key(String field, @Nullable String key) {
        if (key == null || key.isBlank()) {
            add(field, "REQUIRED", Map.of());
        } else if (key.length() > 100) {
            add(field, "TOO_LONG", Map.of("limit", 100));
        } else if (!key.chars().allMatch(Faults::ofAKey)) {
            add(field, "ILLEGAL_CHARACTER", Map.of());
        }
    }

    private static boolean ofAKey(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_';
    }

    /** Text for people, at least in one language. */
    void wording(String field, Wording wording, int max) {
        when(wording.texts().isEmpty(), field, "REQUIRED", "limit", max);
        wording.texts().forEach((language, text) -> {
            String where = field + "." + language;
            if (text.isBlank()) {
                add(where, "REQUIRED", Map.of());
            }
            text(where, text, max);
        });
    }

    void text(String field, String text, int max) {
        when(text.codePointCount(0, text.length()) > max, field, "TOO_LONG", "limit", max);
        if (text.codePoints().anyMatch(Faults::illegal)) {
            add(field, "ILLEGAL_CHARACTER", Map.of());
        }
    }

    private static boolean illegal(int c) {
        return Character.getType(c) == Character.SURROGATE || Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    boolean none() {
        return all.isEmpty();
    }

    /**
     * Reports what was found.
     *
     * @throws InvalidInput naming every fault, when there is one
     */
    void report() {
        if (!all.isEmpty()) {
            throw new InvalidInput(all);
        }
    }
}
