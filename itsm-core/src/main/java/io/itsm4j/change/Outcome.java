package io.itsm4j.change;

/** How a change ended. */
public enum Outcome {
    /** As planned. */
    SUCCESSFUL,
    /** In part, and the rest left out. */
    PARTLY,
    /** Taken back by its backout plan. */
    BACKED_OUT,
    /** Neither as planned nor taken back. */
    FAILED;

    /** Whether something went wrong that needs a problem or an incident. */
    public boolean isFailure() {
        return this == BACKED_OUT || this == FAILED;
    }
}
