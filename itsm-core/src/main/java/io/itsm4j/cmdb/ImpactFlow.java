package io.itsm4j.cmdb;

/** Which end of a relation is hit when the other one fails. */
public enum ImpactFlow {
    /** The first end rests on the second: a failure of the second hits the first. */
    SECOND_HITS_FIRST,
    /** The second end rests on the first: a failure of the first hits the second. */
    FIRST_HITS_SECOND,
    /** Each rests on the other. */
    BOTH,
    /** Neither. */
    NONE;

    boolean hitsFirst() {
        return this == SECOND_HITS_FIRST || this == BOTH;
    }

    boolean hitsSecond() {
        return this == FIRST_HITS_SECOND || this == BOTH;
    }
}
