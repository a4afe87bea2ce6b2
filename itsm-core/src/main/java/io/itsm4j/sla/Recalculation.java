package io.itsm4j.sla;

import io.itsm4j.journal.JournalEntry;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.Timekeeper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a ticket as they would stand if the definitions that are current had applied from its first fact on.
 * What was missed stays missed, and a level that was dealt with is not dealt with again.
 */
final class Recalculation {

    /** Under which name an entry holds it. */
    static final String DATA = "recalculation";

    private Recalculation() {}

    /** The clocks that a step goes on from: the recalculated ones when it is a recalculation. */
    static TicketClocks base(String action, Map<String, ?> data, TicketClocks before) {
        return action.equals(StandardActions.RECALCULATE.name())
                        && data.get(DATA) instanceof Map<?, ?> form
                        && form.get("state") instanceof String state
                ? TicketClocks.read(state)
                : before;
    }

    static TicketClocks of(ClockKeeper keeper, Ledger ledger, TicketRecord ticket) {
        TicketClocks old = TicketClocks.read(ticket.serviceLevels());
        Terms terms = keeper.terms(ledger).renewing(old);
        TicketClocks clocks = TicketClocks.NONE;
        Map<String, Object> facts = new HashMap<>();
        facts.put("type", ticket.type());
        for (JournalEntry entry : Replay.journal(ledger, ticket)) {
            JournalEntry.Told told = entry.told();
            Happening fact = Replay.take(facts, entry, told, told.data().get(Timekeeper.DATA));
            clocks = Fold.step(clocks, fact, terms);
        }
        return merged(old, clocks, ledger.now());
    }

    /** Clocks keep their places, so that each has its row. */
    private static TicketClocks merged(TicketClocks old, TicketClocks fresh, Instant now) {
        List<ClockState> clocks = new ArrayList<>();
        List<ClockState> left = new ArrayList<>(fresh.clocks());
        for (ClockState was : old.clocks()) {
            ClockState is = find(left, was);
            left.remove(is);
            if (is != null) {
                clocks.add(keeping(was, is));
            } else {
                clocks.add(was.isOpen() ? was.ended(ClockStatus.CANCELLED, now) : was);
            }
        }
        clocks.addAll(left);
        Map<String, String> bound = new TreeMap<>(old.bound());
        bound.putAll(fresh.bound());
        return new TicketClocks(bound, clocks, old.noticedAt());
    }

    private static @Nullable ClockState find(List<ClockState> clocks, ClockState wanted) {
        return clocks.stream()
                .filter(clock -> clock.key().equals(wanted.key()) && clock.cycle() == wanted.cycle())
                .findFirst()
                .orElse(null);
    }

    /**
     * Levels are told apart by the round they belong to, so a round goes on under its number when it is the stretch
     * that it was, and another stretch has a number that was never used.
     */
    private static ClockState keeping(ClockState was, ClockState is) {
        boolean sameStretch = was.startedAt().equals(is.startedAt());
        ClockState kept = is.inRound(sameStretch ? was.round() : Math.max(was.round() + 1, is.round()));
        if (sameStretch) {
            for (String level : was.reached()) {
                kept = kept.reached(level);
            }
        }
        Instant missed = was.breachedAt();
        if (missed == null) {
            return kept;
        }
        kept = kept.breachedAt(missed);
        Instant ended = kept.endedAt();
        return kept.status() == ClockStatus.MET && ended != null ? kept.ended(ClockStatus.BREACHED, ended) : kept;
    }

    /** What changed, clock by clock. */
    static List<RecalculationReport.Change> changes(TicketClocks before, TicketClocks after) {
        List<RecalculationReport.Change> changes = new ArrayList<>();
        for (int i = 0; i < after.clocks().size(); i++) {
            ClockState was = i < before.clocks().size() ? before.clocks().get(i) : null;
            ClockState is = after.clocks().get(i);
            if (!is.equals(was)) {
                changes.add(new RecalculationReport.Change(
                        is.key(),
                        is.cycle(),
                        was == null ? null : was.status(),
                        was == null ? null : was.dueAt(),
                        is.status(),
                        is.dueAt()));
            }
        }
        return changes;
    }

    /** What the journal says of it. */
    static Map<String, Object> form(TicketClocks before, TicketClocks after) {
        List<Object> clocks = new ArrayList<>();
        for (RecalculationReport.Change change : changes(before, after)) {
            Map<String, @Nullable Object> form = new TreeMap<>();
            form.put("clock", change.key() + "#" + change.cycle());
            form.put("statusBefore", text(change.statusBefore()));
            form.put("dueBefore", text(change.dueBefore()));
            form.put("statusAfter", text(change.statusAfter()));
            form.put("dueAfter", text(change.dueAfter()));
            clocks.add(form);
        }
        return Map.of("clocks", clocks, "state", after.write());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
