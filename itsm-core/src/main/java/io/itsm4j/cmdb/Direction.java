package io.itsm4j.cmdb;

/** Which way an analysis follows the relations. */
public enum Direction {
    /** Who is hit if this fails. */
    DOWNSTREAM,
    /** What this rests on. */
    UPSTREAM
}
