package io.itsm4j.lifecycle;

import java.util.regex.Pattern;

/**
 * What somebody does to a record; the only thing that changes its state. Prints itself as its name.
 *
 * @param name lower-case words joined by hyphens, at most 40 characters: {@code change-hold-reason}
 */
public record Action(String name) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name does not match {@code [a-z][a-z0-9-]{0,39}}
     * @throws NullPointerException if the name is null
     */
    public Action {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("action name '" + name + "' does not match " + NAME);
        }
    }

    /**
     * Names an action.
     *
     * @param name lower-case words joined by hyphens
     * @return the action
     * @throws IllegalArgumentException if the name does not match {@code [a-z][a-z0-9-]{0,39}}
     * @throws NullPointerException if the name is null
     */
    public static Action of(String name) {
        return new Action(name);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
