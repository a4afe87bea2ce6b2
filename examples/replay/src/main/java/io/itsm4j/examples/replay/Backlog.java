package io.itsm4j.examples.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** How many incidents were open at dates, as the log has it. */
final class Backlog {

    private static final int MONTHS = 24;

    /**
     * A date's count.
     *
     * @param at the beginning of the date
     * @param log how many were open by the log's instants
     * @param explained by how much the library's count differs because of instants that are explained
     * @param library how many were open as the library counts
     */
    record Line(Instant at, long log, long explained, long library) {}

    private final List<Instant> dates;
    private final long[] log;
    private final long[] explained;
    private List<Line> lines = List.of();

    Backlog(List<Instant> dates) {
        this.dates = List.copyOf(dates);
        this.log = new long[dates.size()];
        this.explained = new long[dates.size()];
    }

    /** At these dates, or at the first of each month between two instants, no more than two years of them. */
    static Backlog at(List<LocalDate> asked, ZoneId zone, Instant from, Instant to) {
        List<Instant> dates = new ArrayList<>();
        for (LocalDate date : asked) {
            dates.add(date.atStartOfDay(zone).toInstant());
        }
        if (dates.isEmpty()) {
            YearMonth month = YearMonth.from(from.atZone(zone)).plusMonths(1);
            YearMonth end = YearMonth.from(to.atZone(zone));
            for (; !month.isAfter(end) && dates.size() < MONTHS; month = month.plusMonths(1)) {
                dates.add(month.atDay(1).atStartOfDay(zone).toInstant());
            }
        }
        return new Backlog(dates);
    }

    /** Counts an incident, with the log's instants and the library's. */
    void add(Instant opened, @Nullable Instant closed, Instant libraryOpened, @Nullable Instant libraryClosed) {
        for (int i = 0; i < log.length; i++) {
            int inLog = isOpen(dates.get(i), opened, closed);
            log[i] += inLog;
            explained[i] += isOpen(dates.get(i), libraryOpened, libraryClosed) - inLog;
        }
    }

    private static int isOpen(Instant at, Instant opened, @Nullable Instant closed) {
        return !opened.isAfter(at) && (closed == null || closed.isAfter(at)) ? 1 : 0;
    }

    /** The counts, with the library's own. */
    List<Line> lines(ToLongFunction<Instant> library) {
        List<Line> counted = new ArrayList<>();
        for (int i = 0; i < log.length; i++) {
            Instant at = dates.get(i);
            counted.add(new Line(at, log[i], explained[i], library.applyAsLong(at)));
        }
        lines = counted;
        return counted;
    }

    /** The counts as they were last taken. */
    List<Line> lines() {
        return lines;
    }
}
