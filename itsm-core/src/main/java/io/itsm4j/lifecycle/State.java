package io.itsm4j.lifecycle;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A place in a {@link Lifecycle}. The name is the practice's or the host's own and is what is stored; the category is
 * what everything else reads.
 *
 * @param name upper-case words joined by underscores, at most 40 characters: {@code IN_PROGRESS}
 * @param category what the state means to reports, filters and SLA conditions
 */
public record State(String name, StateCategory category) {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name does not match {@code [A-Z][A-Z0-9_]{0,39}}
     * @throws NullPointerException if an argument is null
     */
    public State {
        Objects.requireNonNull(category, "category");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("state name '" + name + "' does not match " + NAME);
        }
    }

    /**
     * Names a state.
     *
     * @param name upper-case words joined by underscores
     * @param category its category
     * @return the state
     * @throws IllegalArgumentException if the name does not match {@code [A-Z][A-Z0-9_]{0,39}}
     * @throws NullPointerException if an argument is null
     */
    public static State of(String name, StateCategory category) {
        return new State(name, category);
    }

    /**
     * The name as an English reader would write it.
     *
     * @return {@code In Progress} for {@code IN_PROGRESS}
     */
    public String label() {
        return Arrays.stream(name.split("_+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(joining(" "));
    }
}
