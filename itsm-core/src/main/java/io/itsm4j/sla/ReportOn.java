package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.Criterion;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report about service levels is to tell.
 *
 * @param from tickets that were reported at this instant or later
 * @param until and before this one
 * @param asOf of which past instant, or null for now: what was recorded later is not looked at
 * @param when which tickets, by their facts at that instant
 * @param by what is told apart, in this order
 * @param zone in which months begin
 */
public record ReportOn(
        Instant from,
        Instant until,
        @Nullable Instant asOf,
        Criterion<Situation> when,
        List<ReportBy> by,
        ZoneId zone) {

    /**
     * Copies what is told apart.
     *
     * @throws InvalidInput with {@code RANGE_REVERSED} when {@code until} is not after {@code from}
     */
    public ReportOn {
        by = by.stream().distinct().toList();
        if (!from.isBefore(until)) {
            throw new InvalidInput("period", "RANGE_REVERSED", Map.of("first", from, "last", until));
        }
    }

    /** On the tickets that were reported in a period, as they stand now, by agreement and metric. */
    public static ReportOn reported(Instant from, Instant until) {
        return new ReportOn(
                from, until, null, Criterion.all(), List.of(ReportBy.AGREEMENT, ReportBy.METRIC), ZoneOffset.UTC);
    }

    /** The same as of a past instant. */
    public ReportOn asOf(Instant instant) {
        return new ReportOn(from, until, instant, when, by, zone);
    }

    /** The same for tickets of which something was true at the instant of the report. */
    public ReportOn when(Criterion<Situation> condition) {
        return new ReportOn(from, until, asOf, condition, by, zone);
    }

    /** The same, telling other things apart; nothing for one line. */
    public ReportOn tellingApart(ReportBy... dimensions) {
        return new ReportOn(from, until, asOf, when, List.of(dimensions), zone);
    }

    /** The same with months that begin in a zone. */
    public ReportOn in(ZoneId place) {
        return new ReportOn(from, until, asOf, when, by, place);
    }
}
