package io.itsm4j.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to a form: texts as they are, numbers and dates in their plain form ({@code 12.5},
 * {@code 2026-03-31}), choices by their value, people and items by their id.
 *
 * @param all the values of each question; more than one for a multiple choice only
 */
public record Answers(Map<String, List<String>> all) {

    /** Nothing was answered. */
    public static final Answers NONE = new Answers(Map.of());

    private static final int DIGITS = 30;

    /** Copies the answers; a blank text is no answer. */
    public Answers {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        all.forEach((key, values) -> {
            List<String> said =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (!said.isEmpty()) {
                copy.put(key, said);
            }
        });
        all = java.util.Collections.unmodifiableMap(copy);
    }

    /** The same with an answer more, or another one. */
    public Answers with(String question, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(all);
        more.put(question, List.of(values));
        return new Answers(more);
    }

    /** One answer. */
    public static Answers of(String question, String... values) {
        return NONE.with(question, values);
    }

    /** The values of a question; none when it was not answered. */
    public List<String> of(String question) {
        return all.getOrDefault(question, List.of());
    }

    /** The values of an answer in their plain form, with what is wrong about them noted. */
    static List<String> check(Question question, List<String> values, Faults faults) {
        String key = question.key();
        if (question.kind() == Question.Kind.MULTI_CHOICE) {
            List<String> once = List.copyOf(new LinkedHashSet<>(values));
            once.forEach(value -> option(question, value, faults));
            limits(question, BigDecimal.valueOf(once.size()), faults);
            return once;
        }
        faults.when(values.size() > 1, key, "TOO_MANY", "limit", 1);
        String text = values.get(0);
        switch (question.kind()) {
            case CHOICE -> option(question, text, faults);
            case NUMBER, DATE -> {
                Comparable<?> value = value(question.kind(), text);
                if (value == null) {
                    faults.add(key, "FIELD_TYPE", Map.of("wanted", question.kind(), "given", text));
                    return values;
                }
                limits(question, value, faults);
                return List.of(value instanceof BigDecimal number ? number.toPlainString() : value.toString());
            }
            case PERSON, CI -> {
                faults.text(key, text, 100);
                faults.when(text.indexOf('\n') >= 0, key, "ILLEGAL_CHARACTER", "value", key);
            }
            default -> text(question, text, faults);
        }
        return List.of(text);
    }

    private static void text(Question question, String text, Faults faults) {
        faults.text(question.key(), text, Question.LONGEST);
        limits(question, BigDecimal.valueOf(text.codePointCount(0, text.length())), faults);
        String form = question.pattern();
        boolean fits = form == null
                || text.length() > Question.LONGEST * 2
                || Pattern.read(form).filter(pattern -> pattern.matches(text)).isPresent();
        faults.when(!fits, question.key(), "ANSWER_PATTERN", "pattern", String.valueOf(form));
    }

    private static void option(Question question, String value, Faults faults) {
        if (!question.options().containsKey(value)) {
            faults.add(
                    question.key(),
                    "FIELD_OPTION",
                    Map.of("allowed", question.options().keySet()));
        }
    }

    private static void limits(Question question, Comparable<?> value, Faults faults) {
        String key = question.key();
        Comparable<?> least = question.min() == null ? null : value(question.limits(), question.min());
        Comparable<?> most = question.max() == null ? null : value(question.limits(), question.max());
        faults.when(least != null && compare(value, least) < 0, key, "OUT_OF_LIMIT", "limit", "≥ " + question.min());
        faults.when(most != null && compare(value, most) > 0, key, "OUT_OF_LIMIT", "limit", "≤ " + question.max());
    }

    /** A number or a date out of its text, or null when it is none. */
    static @Nullable Comparable<?> value(Question.Kind kind, String text) {
        try {
            if (kind == Question.Kind.DATE) {
                LocalDate date = text.length() == 10 ? LocalDate.parse(text) : null;
                return date;
            }
            boolean plain =
                    text.length() <= DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '.');
            return plain ? new BigDecimal(text) : null;
        } catch (DateTimeParseException | NumberFormatException neither) {
            return null;
        }
    }

    @SuppressWarnings("unchecked")
    static int compare(Comparable<?> left, Comparable<?> right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
