package io.itsm4j.ticket;

/** How much of the business is hit. */
public enum Impact {
    HIGH,
    MEDIUM,
    LOW;

    /** 1 for the highest. */
    public int rank() {
        return ordinal() + 1;
    }

    /**
     * The level of a rank.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Impact ofRank(long rank) {
        if (rank < 1 || rank > values().length) {
            throw new IllegalArgumentException("rank 1 to 3, not " + rank);
        }
        return values()[(int) rank - 1];
    }
}
