package io.itsm4j.release;

/**
 * How often production deployments worked.
 *
 * @param ended how many ended, rollbacks not counted
 * @param successful how many of them worked and were not taken back
 */
public record SuccessRate(long ended, long successful) {

    /** Successful ones for each hundred that ended, 0 to 100; 100 when none has ended. */
    public double percent() {
        return ended == 0 ? 100 : 100.0 * successful / ended;
    }
}
