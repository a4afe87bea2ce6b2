package io.itsm4j.ticket;

import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what kept records have due, each in a transaction of its own that holds the record. A second node that
 * wants the same one waits, and then finds that it is no longer due. What fails is moved on by a quarter of an hour,
 * with its cause in the record's journal. When the records of one type cannot be read, those of the others go on, and
 * the failure is thrown in the end.
 */
final class RecordDueWork {

    private static final Duration RETRY = Duration.ofMinutes(15);

    private final Engine engine;
    private final Lag lag;
    private @Nullable Instant oldest;

    RecordDueWork(Engine engine, Lag lag) {
        this.engine = engine;
        this.lag = lag;
    }

    private enum Result {
        DONE,
        GONE,
        FAILED
    }

    DueReport process(int limit) {
        int[] tally = new int[Result.values().length];
        int left = limit;
        boolean more = false;
        RuntimeException unreadable = null;
        for (RecordType<?> type : engine.recordTypes()) {
            if (type.coming() != null && left > 0) {
                try {
                    int found = process(type, left, tally);
                    more |= found == left;
                    left -= found;
                } catch (RuntimeException failed) {
                    unreadable = failed;
                }
            }
        }
        lag.ofRecords(engine.now(), oldest);
        if (unreadable != null) {
            throw unreadable;
        }
        return new DueReport(tally[0], tally[1], tally[2], more);
    }

    private <R extends Kept> int process(RecordType<R> type, int limit, int[] tally) {
        RecordType.Coming<R> coming = Objects.requireNonNull(type.coming());
        Instant now = engine.now();
        List<R> seen = engine.parts()
                .store()
                .inNewTransaction(work ->
                        work.list(Query.of(type.kind(), null, coming.at().atMost(now))
                                .sortedBy(Sort.ascending(coming.at()))
                                .limitedTo(limit)));
        note(seen.isEmpty() ? null : coming.at().read(seen.get(0)));
        for (R record : seen) {
            Result result = one(type, coming, record);
            tally[result.ordinal()]++;
            engine.parts()
                    .meters()
                    .counter(
                            ItsmMeters.DUE.meter(),
                            "milestone",
                            type.name(),
                            "outcome",
                            result.name().toLowerCase(java.util.Locale.ROOT))
                    .increment();
        }
        return seen.size();
    }

    private void note(@Nullable Object due) {
        if (due instanceof Instant at && (oldest == null || at.isBefore(oldest))) {
            oldest = at;
        }
    }

    private <R extends Kept> Result one(RecordType<R> type, RecordType.Coming<R> coming, R seen) {
        try {
            boolean done = new Keeping(engine).work(Acting.system(seen.tenant()), type.name() + "-due", ledger -> {
                coming.held().accept(ledger, seen);
                return ledger.find(type, seen.id())
                        .filter(record -> isDue(coming, record, ledger.now()))
                        .map(record -> {
                            coming.work().accept(ledger, record);
                            return true;
                        })
                        .orElse(false);
            });
            return done ? Result.DONE : Result.GONE;
        } catch (RuntimeException failed) {
            postponed(type, coming, seen, failed);
            return Result.FAILED;
        }
    }

    /** What cannot be moved on either stays due, and keeps nobody else. */
    private <R extends Kept> void postponed(
            RecordType<R> type, RecordType.Coming<R> coming, R seen, RuntimeException cause) {
        try {
            postpone(type, coming, seen, cause);
        } catch (RuntimeException stays) {
            cause.addSuppressed(stays);
        }
    }

    private <R extends Kept> void postpone(
            RecordType<R> type, RecordType.Coming<R> coming, R seen, RuntimeException cause) {
        String text = String.valueOf(cause.getMessage());
        String why = text.length() > 500 ? text.substring(0, 500) : text;
        new Keeping(engine).work(Acting.system(seen.tenant()), StandardActions.SET_ASIDE.name(), ledger -> {
            Optional<R> still = ledger.find(type, seen.id()).filter(record -> isDue(coming, record, ledger.now()));
            still.ifPresent(record -> ledger.change(
                    type,
                    record,
                    coming.postponed().apply(record, ledger.now().plus(RETRY)),
                    "DueWorkSetAside",
                    Map.of("cause", new io.itsm4j.journal.Personal(why))));
            return still;
        });
    }

    private static <R extends Kept> boolean isDue(RecordType.Coming<R> coming, R record, Instant now) {
        Object at = coming.at().read(record);
        return at instanceof Instant due && !due.isAfter(now);
    }
}
