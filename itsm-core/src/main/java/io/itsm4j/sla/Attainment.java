package io.itsm4j.sla;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A line of a report: what became of some clocks. A clock that ran past its due instant is breached, whether it was
 * stopped since or not, and whether the breach was waived or not.
 *
 * @param key what the line is about; empty text where a ticket has no such value
 * @param met clocks that were stopped in time
 * @param breached clocks that missed a due instant
 * @param waived those of them whose breach was waived
 * @param open clocks that still measure and have missed nothing
 * @param cancelled clocks that were given up and had missed nothing
 * @param elapsed the working times of the clocks that were stopped
 * @param causes where the time of breached clocks went, the most frequent first
 */
public record Attainment(
        Map<ReportBy, String> key,
        long met,
        long breached,
        long waived,
        long open,
        long cancelled,
        Times elapsed,
        List<Cause> causes) {

    /**
     * A cause and how often it was one.
     *
     * @param cause the cause
     * @param clocks how many clocks were missed by it
     */
    public record Cause(BreachCause cause, long clocks) {}

    /** Copies the collections. */
    public Attainment {
        Map<ReportBy, String> ordered = new EnumMap<>(ReportBy.class);
        ordered.putAll(key);
        key = Collections.unmodifiableMap(ordered);
        causes = List.copyOf(causes);
    }

    /** How many clocks the line is about. */
    public long clocks() {
        return met + breached + open + cancelled;
    }

    /** The share of the clocks with an outcome that were met, 0 to 1; empty when there are none. */
    public OptionalDouble attained() {
        return share(met);
    }

    /** The same, counting a waived breach as met. */
    public OptionalDouble attainedWithWaivers() {
        return share(met + waived);
    }

    private OptionalDouble share(long kept) {
        long decided = met + breached;
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) kept / decided);
    }
}
