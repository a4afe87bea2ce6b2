package io.itsm4j.ticket;

/** In which order tickets are worked on; follows from impact and urgency by a {@link PriorityMatrix}. */
public enum Priority {
    CRITICAL,
    HIGH,
    MODERATE,
    LOW,
    PLANNING;

    /** 1 for the most pressing. */
    public int rank() {
        return ordinal() + 1;
    }

    /**
     * The priority of a rank.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Priority ofRank(long rank) {
        if (rank < 1 || rank > values().length) {
            throw new IllegalArgumentException("rank 1 to 5, not " + rank);
        }
        return values()[(int) rank - 1];
    }
}
