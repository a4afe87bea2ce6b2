package io.itsm4j.approval;

import io.itsm4j.journal.CanonicalJson;
import io.itsm4j.journal.Digests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a subject that its approval is about. A vote is bound to their hash: when one of them changes, the
 * votes are void and everybody is asked again.
 *
 * <p>The form has a version. An approval keeps the version it began with and is compared by the attributes of that
 * version alone, so that a release which declares a further attribute leaves running approvals as they are:
 *
 * <pre>{@code
 * Material.<Loan>of("amount", Loan::amount).and("purpose", Loan::purpose)   // form 1
 *         .since(2).and("guarantor", Loan::guarantor)                        // form 2 has all three
 * }</pre>
 *
 * @param <S> the subject
 */
public final class Material<S> {

    private record Part<S>(String name, int since, Function<S, ? extends @Nullable Object> reader) {}

    private final int form;
    private final List<Part<S>> parts;

    private Material(int form, List<Part<S>> parts) {
        this.form = form;
        this.parts = List.copyOf(parts);
    }

    /**
     * Begins with one attribute, in form 1.
     *
     * @param reader reads a text, a whole number, a boolean, an instant, an enum, an id, a collection or a map of
     *     these, or null
     */
    public static <S> Material<S> of(String name, Function<S, ? extends @Nullable Object> reader) {
        return new Material<S>(1, List.of()).and(name, reader);
    }

    /**
     * The same with one attribute more in the newest form.
     *
     * @throws IllegalArgumentException when the name is taken
     */
    public Material<S> and(String name, Function<S, ? extends @Nullable Object> reader) {
        if (parts.stream().anyMatch(part -> part.name().equals(name))) {
            throw new IllegalArgumentException("the attribute is declared already: " + name);
        }
        List<Part<S>> more = new ArrayList<>(parts);
        more.add(new Part<>(name, form, reader));
        return new Material<>(form, more);
    }

    /**
     * The same, what is declared from here on belonging to a newer form only.
     *
     * @throws IllegalArgumentException when the form is not newer
     */
    public Material<S> since(int newer) {
        if (newer <= form) {
            throw new IllegalArgumentException("a form follows " + form + ", not " + newer);
        }
        return new Material<>(newer, parts);
    }

    /** The newest form. */
    public int form() {
        return form;
    }

    /** The canonical JSON of the subject's material attributes in a form. */
    public String canonical(S subject, int inForm) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Part<S> part : parts) {
            Object value = part.since() <= inForm ? plain(part.reader().apply(subject)) : null;
            if (value != null) {
                values.put(part.name(), value);
            }
        }
        return CanonicalJson.write(Map.of("form", (long) inForm, "values", values));
    }

    /** The hash of {@link #canonical}. */
    public String hash(S subject, int inForm) {
        return Digests.sha256(canonical(subject, inForm));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Optional<?> maybe) {
            return plain(maybe.orElse(null));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), plain(item)));
            return sorted;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Material::plain).toList();
        }
        if (value instanceof Collection<?> set) {
            return set.stream()
                    .map(item -> String.valueOf(plain(item)))
                    .sorted()
                    .toList();
        }
        return value.toString();
    }
}
