package io.itsm4j.ticket;

import io.itsm4j.ItsmException;
import java.util.List;

/**
 * What an import did.
 *
 * @param imported how many tickets came in
 * @param entries how many journal entries they have
 * @param faults what was refused, at most {@value #FAULTS}; a refused ticket is left out whole
 * @param refused how many were refused
 */
public record ImportReport(long imported, long entries, List<Fault> faults, long refused) {

    /** The most faults that are listed. */
    public static final int FAULTS = 1_000;

    /**
     * A refused ticket.
     *
     * @param row where it stands in the source
     * @param reference its external reference, or empty
     * @param cause why
     */
    public record Fault(long row, String reference, ItsmException cause) {}
}
