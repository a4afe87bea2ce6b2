package io.itsm4j.examples.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;

/**
 * The rows of all incidents merged by time. Rows of one incident keep the order of the file: where the recorded time
 * goes back, the clock stands still. Rows of one minute keep the order of the file too.
 *
 * <p>Two sorts on disk do it, by number to find each incident's first and last row, then by time; memory holds two
 * chunks of rows, however long the log is.
 */
final class Timeline implements AutoCloseable {

    private static final int CHUNK = 20_000;
    private static final Comparator<Moment> BY_SEQUENCE =
            Comparator.comparingLong(moment -> moment.row().sequence());
    private static final Comparator<Moment> BY_NUMBER =
            Comparator.comparing(Timeline::number).thenComparing(BY_SEQUENCE);
    private static final Comparator<Moment> BY_TIME =
            Comparator.comparing(Moment::at).thenComparing(BY_SEQUENCE);

    private final DiskSort byTime;
    private long rows;
    private long incidents;
    private Instant earliest = Instant.MAX;
    private Instant latest = Instant.MIN;

    private Timeline(DiskSort byTime) {
        this.byTime = byTime;
    }

    /**
     * Reads and merges a log.
     *
     * @param folder where rows are kept meanwhile
     * @throws LogFault when the log is not what it should be; nothing was replayed then
     */
    static Timeline of(LogReader log, LogRows rows, Path folder) {
        return of(log, rows, folder, CHUNK);
    }

    static Timeline of(LogReader log, LogRows rows, Path folder, int chunk) {
        Timeline timeline = new Timeline(new DiskSort(BY_TIME, chunk, folder));
        try (DiskSort byNumber = new DiskSort(BY_NUMBER, chunk, folder)) {
            log.read(raw -> byNumber.add(new Moment(rows.read(raw).updatedAt(), false, false, raw)));
            timeline.merge(byNumber.sorted());
        }
        return timeline;
    }

    private void merge(Iterator<Moment> byNumber) {
        Moment before = null;
        Moment here = byNumber.hasNext() ? byNumber.next() : null;
        while (here != null) {
            Moment after = byNumber.hasNext() ? byNumber.next() : null;
            boolean last = after == null || !number(after).equals(number(here));
            boolean first = true;
            Instant at = here.at();
            if (before != null && number(before).equals(number(here))) {
                first = false;
                at = before.at().isAfter(at) ? before.at() : at;
            }
            Moment placed = new Moment(at, first, last, here.row());
            add(placed);
            before = placed;
            here = after;
        }
    }

    private void add(Moment moment) {
        byTime.add(moment);
        rows++;
        incidents += moment.first() ? 1 : 0;
        earliest = moment.at().isBefore(earliest) ? moment.at() : earliest;
        latest = moment.at().isAfter(latest) ? moment.at() : latest;
    }

    private static String number(Moment moment) {
        return moment.row().cell(Column.NUMBER);
    }

    long rows() {
        return rows;
    }

    long incidents() {
        return incidents;
    }

    Instant earliest() {
        return earliest;
    }

    Instant latest() {
        return latest;
    }

    /** All rows in order; to be read once. */
    Iterator<Moment> moments() {
        return byTime.sorted();
    }

    @Override
    public void close() {
        byTime.close();
    }
}
