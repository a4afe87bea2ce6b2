package io.itsm4j.examples.replay;

import io.itsm4j.ItsmException;
import io.itsm4j.TransitionRefused;
import io.itsm4j.incident.Incident;
import io.itsm4j.ticket.Ticket;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the recorded company did and the default lifecycle refuses, counted by kind. */
final class Refusals {

    /**
     * A kind of refusal.
     *
     * @param action what was tried
     * @param state in which state
     * @param reason the guards that stood against it, or the code of the refusal
     */
    record Kind(String action, String state, String reason) {}

    /**
     * How often, and what the library said the first time.
     *
     * @param times how often
     * @param example the message of the first one
     * @param line the line of the log that led to it
     */
    record Count(long times, String example, long line) {}

    private final Map<Kind, Count> counts = new TreeMap<>(
            Comparator.comparing(Kind::state).thenComparing(Kind::action).thenComparing(Kind::reason));

    void add(String action, Ticket<Incident> ticket, LogRow row, ItsmException refusal) {
        add(new Kind(action, ticket.state().name(), reason(refusal)), refusal.message(Locale.ROOT), row);
    }

    void noWayBack(Ticket<Incident> ticket, LogRow row) {
        add(new Kind("return to new", ticket.state().name(), "no action"), "no action leads back to New", row);
    }

    private void add(Kind kind, String message, LogRow row) {
        counts.merge(
                kind,
                new Count(1, message, row.line()),
                (old, one) -> new Count(old.times() + 1, old.example(), old.line()));
    }

    private static String reason(ItsmException refusal) {
        boolean guarded = refusal instanceof TransitionRefused refused
                && !refused.failedGuards().isEmpty();
        return guarded ? String.join(", ", ((TransitionRefused) refusal).failedGuards()) : refusal.code();
    }

    Map<Kind, Count> counts() {
        return counts;
    }

    long total() {
        return counts.values().stream().mapToLong(Count::times).sum();
    }
}
