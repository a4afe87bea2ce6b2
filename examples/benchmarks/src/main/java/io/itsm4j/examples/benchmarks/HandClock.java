package io.itsm4j.examples.benchmarks;

import io.itsm4j.journal.Digests;
import org.jspecify.annotations.Nullable;

/**
 * One clock of eight hours, round the clock, kept by hand: the text that lies on the ticket's row, and what its own row
 * says. Instants and durations in microseconds.
 *
 * @param startedAt from when it counts
 * @param pauses when it stood still, as in the text
 * @param pausedAt since when it stands still, or 0
 * @param paused for how long it stood still
 * @param endedAt when it was met, or null
 */
record HandClock(
        long startedAt,
        String pauses,
        long pausedAt,
        long paused,
        @Nullable Long endedAt) {

    static final String AGREEMENT = "gold";
    static final String MILESTONE = "service-level";
    static final long TARGET = 8 * 3_600_000_000L;

    private static final String DEFINITION = Digests.sha256(AGREEMENT);
    private static final String CALENDAR = Digests.sha256("round the clock");
    private static final String HEAD =
            "{\"b\":{\"gold\":\"" + DEFINITION + "\"},\"c\":[[\"gold\",\"RESOLUTION\",\"\",1,0,\"" + DEFINITION
                    + "\",\"RESOLUTION\",\"" + CALENDAR + "\",\"";

    /** What the first entry says about it. */
    static final String BOUND = "\"serviceLevels\":{\"bound\":{\"gold\":\"" + DEFINITION + "\"}}";

    static HandClock startedAt(long at) {
        return new HandClock(at, "", 0, 0, null);
    }

    /** Reads the text of an open clock. */
    static HandClock read(String text) {
        int start = text.indexOf(',', HEAD.length()) + 1;
        int pauses = text.indexOf(",[", start);
        int end = text.indexOf("],", pauses);
        String stretches = text.substring(pauses + 2, end);
        long startedAt = Long.parseLong(text.substring(start, pauses));
        long paused = Long.parseLong(text.substring(end + 2, text.indexOf(',', end + 2)));
        boolean still = text.startsWith("PAUSED", HEAD.length());
        long pausedAt = still ? Long.parseLong(stretches.substring(stretches.lastIndexOf(',') + 1)) : 0;
        return new HandClock(startedAt, stretches, pausedAt, paused, null);
    }

    HandClock heldAt(long at) {
        return new HandClock(startedAt, pauses.isEmpty() ? String.valueOf(at) : pauses + ',' + at, at, paused, null);
    }

    HandClock resumedAt(long at) {
        return new HandClock(startedAt, pauses + ',' + at, 0, paused + at - pausedAt, null);
    }

    HandClock metAt(long at) {
        return new HandClock(startedAt, pauses, 0, paused, at);
    }

    String status() {
        if (endedAt != null) {
            return "MET";
        }
        return pausedAt > 0 ? "PAUSED" : "RUNNING";
    }

    /** When it is reached that much of the target; never while it does not run. */
    long at(int percent) {
        return status().equals("RUNNING") ? startedAt + paused + TARGET / 100 * percent : Story.NEVER;
    }

    /** When something has to be done about it: just after it is due. */
    long nextAt() {
        return status().equals("RUNNING") ? at(100) + 1 : Story.NEVER;
    }

    @Nullable String milestone() {
        return status().equals("RUNNING") ? MILESTONE : null;
    }

    long elapsed(long now) {
        return (pausedAt > 0 ? pausedAt : now) - startedAt - paused;
    }

    String text() {
        return HEAD + status() + "\"," + startedAt + ",[" + pauses + "]," + paused + ",false,"
                + (startedAt + paused + TARGET) + ",null," + endedAt + ",[]]]}";
    }

    static String idOf(String ticket) {
        return Digests.sha256(ticket, AGREEMENT, "RESOLUTION", "", "1").substring(0, 36);
    }

    /** The row of a clock that has just started. */
    ClockRow row(Entry opened, String number) {
        ClockRow row = new ClockRow();
        row.id = idOf(opened.ticket());
        row.tenant = opened.tenant();
        row.ticketId = opened.ticket();
        row.ticketNumber = number;
        row.ticketType = "incident";
        row.agreementKey = AGREEMENT;
        row.agreementRevision = 1;
        row.definitionHash = DEFINITION;
        row.agreementKind = "SLA";
        row.metric = "RESOLUTION";
        row.targetName = "RESOLUTION";
        row.clockCycle = 1;
        row.clockStatus = status();
        row.isOpen = true;
        row.startedAt = startedAt;
        row.dueAt = at(100);
        row.nextAt = nextAt();
        row.halfAt = at(50);
        row.threeQuartersAt = at(75);
        row.nineTenthsAt = at(90);
        row.targetMicros = TARGET;
        row.calendarHash = CALENDAR;
        row.priority = 5;
        return row;
    }
}
