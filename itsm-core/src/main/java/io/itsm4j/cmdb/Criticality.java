package io.itsm4j.cmdb;

/** How much hangs on an item, to those who run it. */
public enum Criticality {
    LOW(1),
    MEDIUM(2),
    HIGH(3),
    CRITICAL(4);

    private final long rank;

    Criticality(long rank) {
        this.rank = rank;
    }

    /** The rank, 1 for the least. */
    public long rank() {
        return rank;
    }

    /** The criticality of a rank. */
    public static Criticality ofRank(long rank) {
        return values()[Math.toIntExact(rank - 1)];
    }
}
