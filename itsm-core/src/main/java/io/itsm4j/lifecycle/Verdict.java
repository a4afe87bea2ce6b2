package io.itsm4j.lifecycle;

/**
 * What a {@link Guard} answers.
 *
 * @param passed whether the guard lets the transition happen
 * @param reason why not, for a person to read; empty exactly when it passed
 */
public record Verdict(boolean passed, String reason) {

    /** The one verdict of a guard that has no objection. */
    public static final Verdict PASS = new Verdict(true, "");

    /**
     * Holds that a refusal has a reason and a pass has none.
     *
     * @throws IllegalArgumentException if it passed with a reason, or refuses without one
     * @throws NullPointerException if the reason is null
     */
    public Verdict {
        if (passed ? !reason.isEmpty() : reason.isBlank()) {
            throw new IllegalArgumentException("a refusal has a reason and a pass has none");
        }
    }

    /**
     * Refuses.
     *
     * @param reason why, for a person to read
     * @return the refusal
     * @throws IllegalArgumentException if the reason is blank
     * @throws NullPointerException if the reason is null
     */
    public static Verdict refuse(String reason) {
        return new Verdict(false, reason);
    }
}
