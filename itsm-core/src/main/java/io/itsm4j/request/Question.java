package io.itsm4j.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form.
 *
 * @param key what answers name it by
 * @param label how it is put
 * @param kind what kind of answer it takes
 * @param required whether it must be answered when it is asked
 * @param options the choices by their value, in order; for choices only
 * @param shownWhen when it is asked, or null for always
 * @param min the least: of a number or date its value, of a text its length, of choices their count; or null
 * @param max the most, likewise, or null
 * @param pattern the {@link Pattern} a text must have, or null
 */
public record Question(
        String key,
        Wording label,
        Kind kind,
        boolean required,
        Map<String, Wording> options,
        @Nullable ShownWhen shownWhen,
        @Nullable String min,
        @Nullable String max,
        @Nullable String pattern) {

    /** The longest text of an answer. */
    public static final int LONGEST = 4_000;

    /** What kind of answer a question takes. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        CHOICE,
        MULTI_CHOICE,
        PERSON,
        CI
    }

    /**
     * A condition on an earlier question: it is asked, and its answer holds one of the values.
     *
     * @param question the key of the earlier question
     * @param values the values of which one is enough
     */
    public record ShownWhen(String question, Set<String> values) {

        /** Copies the values. */
        public ShownWhen {
            values = Set.copyOf(values);
        }
    }

    /** Copies the options, in order. */
    public Question {
        options = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A question that need not be answered. */
    public static Question of(String key, Kind kind, Wording label) {
        return new Question(key, label, kind, false, Map.of(), null, null, null, null);
    }

    /** The same, to be answered. */
    public Question mandatory() {
        return new Question(key, label, kind, true, options, shownWhen, min, max, pattern);
    }

    /** The same with a choice more. */
    public Question option(String value, Wording name) {
        Map<String, Wording> more = new LinkedHashMap<>(options);
        more.put(value, name);
        return new Question(key, label, kind, required, more, shownWhen, min, max, pattern);
    }

    /** The same, asked only when an earlier question was answered so. */
    public Question shownWhen(String question, String... values) {
        ShownWhen condition = new ShownWhen(question, Set.of(values));
        return new Question(key, label, kind, required, options, condition, min, max, pattern);
    }

    /** The same with limits; null for none. */
    public Question between(@Nullable String least, @Nullable String most) {
        return new Question(key, label, kind, required, options, shownWhen, least, most, pattern);
    }

    /** The same with a form that a text must have. */
    public Question like(@Nullable String form) {
        return new Question(key, label, kind, required, options, shownWhen, min, max, form);
    }

    boolean chooses() {
        return kind == Kind.CHOICE || kind == Kind.MULTI_CHOICE;
    }

    void check(Faults faults, List<Question> earlier) {
        faults.key("key", key);
        faults.wording("label", label, 500);
        boolean twice = earlier.stream().anyMatch(other -> other.key().equals(key));
        faults.when(twice, "key", "TWICE", "value", key);
        if (chooses() && options.isEmpty()) {
            faults.add("options", "REQUIRED", Map.of());
        }
        if (!chooses() && !options.isEmpty()) {
            faults.add("options", "NOT_ASKED", Map.of());
        }
        faults.when(options.size() > 500, "options", "TOO_MANY", "limit", 500);
        options.forEach((value, name) -> {
            faults.key("options", value);
            faults.wording("options." + value, name, 200);
        });
        if (shownWhen != null) {
            boolean known = earlier.stream().anyMatch(other -> other.key().equals(shownWhen.question()));
            faults.when(!known, "shownWhen", "UNKNOWN", "value", shownWhen.question());
        }
        if (pattern != null) {
            boolean reads = kind == Kind.TEXT
                    && pattern.length() <= 500
                    && Pattern.read(pattern).isPresent();
            faults.when(!reads, "pattern", "PATTERN", "value", pattern);
        }
        checkLimits(faults);
    }

    private void checkLimits(Faults faults) {
        Kind of = limits();
        Comparable<?> least = limit(faults, "min", of, min);
        Comparable<?> most = limit(faults, "max", of, max);
        if (least != null && most != null && Answers.compare(least, most) > 0) {
            faults.add("max", "RANGE_REVERSED", Map.of("first", least, "last", most));
        }
    }

    private static @Nullable Comparable<?> limit(Faults faults, String field, Kind of, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Comparable<?> value = Answers.value(of, text);
        faults.when(value == null, field, "FIELD_TYPE", "wanted", of);
        return value;
    }

    /** What kind of value limits have: dates are limited by dates, all else by numbers. */
    Kind limits() {
        return kind == Kind.DATE ? Kind.DATE : Kind.NUMBER;
    }
}
