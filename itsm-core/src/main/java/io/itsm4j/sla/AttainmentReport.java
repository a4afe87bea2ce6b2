package io.itsm4j.sla;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well agreements were kept.
 *
 * @param asOf the instant of the report
 * @param tickets how many tickets were looked at
 * @param lines in the order of their keys
 */
public record AttainmentReport(Instant asOf, long tickets, List<Attainment> lines) {

    /** Copies the lines. */
    public AttainmentReport {
        lines = List.copyOf(lines);
    }

    /** The line of a key. */
    public Optional<Attainment> line(Map<ReportBy, String> key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst();
    }
}
