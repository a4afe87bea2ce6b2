package io.itsm4j.sla;

import io.itsm4j.journal.CanonicalJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All clocks of one ticket, and the revisions of the agreements it is bound to; the state that the fold carries. Its
 * text form lies on the ticket's row.
 *
 * @param bound the content hash of each agreement that has measured something, by the agreement's key
 * @param clocks every cycle of every clock, in the order of their start
 * @param noticedAt when a notice about the ticket was last given, or null
 */
public record TicketClocks(
        Map<String, String> bound,
        List<ClockState> clocks,
        @Nullable Instant noticedAt) {

    /** Nothing is measured. */
    public static final TicketClocks NONE = new TicketClocks(Map.of(), List.of(), null);

    /** Copies the collections. */
    public TicketClocks {
        bound = java.util.Collections.unmodifiableMap(new TreeMap<>(bound));
        clocks = List.copyOf(clocks);
    }

    /** The present cycle of a clock: the open one, else the one that ended last. */
    public Optional<ClockState> present(ClockKey key) {
        int place = place(clocks, key);
        return place < 0 ? Optional.empty() : Optional.of(clocks.get(place));
    }

    /** Where the present cycle of a clock lies, or -1. */
    static int place(List<ClockState> clocks, ClockKey key) {
        int place = -1;
        for (int i = 0; i < clocks.size(); i++) {
            ClockState clock = clocks.get(i);
            if (clock.key().equals(key) && (place < 0 || comesAfter(clock, clocks.get(place)))) {
                place = i;
            }
        }
        return place;
    }

    /** A recalculation may leave a cycle over that an earlier one spans now. */
    private static boolean comesAfter(ClockState later, ClockState earlier) {
        Instant end = later.endedAt();
        Instant earlierEnd = earlier.endedAt();
        if (end == null || earlierEnd == null) {
            return end == null;
        }
        return end.isAfter(earlierEnd)
                || (end.equals(earlierEnd) && !later.startedAt().isBefore(earlierEnd));
    }

    /** The text form; empty for {@link #NONE}. */
    String write() {
        if (equals(NONE)) {
            return "";
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("b", bound);
        form.put("c", clocks.stream().map(TicketClocks::write).toList());
        if (noticedAt != null) {
            form.put("n", Micros.of(noticedAt));
        }
        return CanonicalJson.write(form);
    }

    /** Reads the text form. */
    static TicketClocks read(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        Map<?, ?> form = (Map<?, ?>) java.util.Objects.requireNonNull(CanonicalJson.read(text));
        Map<String, String> bound = new TreeMap<>();
        ((Map<?, ?>) need(form, "b")).forEach((key, hash) -> bound.put((String) key, (String) hash));
        List<ClockState> clocks = new ArrayList<>();
        ((List<?>) need(form, "c")).forEach(item -> clocks.add(readClock((List<?>) item)));
        return new TicketClocks(bound, clocks, instant(form.get("n")));
    }

    private static Object need(Map<?, ?> form, String name) {
        return java.util.Objects.requireNonNull(form.get(name), name);
    }

    private static List<@Nullable Object> write(ClockState clock) {
        List<@Nullable Object> form = new ArrayList<>();
        form.add(clock.key().agreement());
        form.add(clock.key().metric().name());
        form.add(clock.key().holder());
        form.add((long) clock.cycle());
        form.add((long) clock.round());
        form.add(clock.definition());
        form.add(clock.target());
        form.add(clock.calendar());
        form.add(clock.status().name());
        form.add(Micros.of(clock.startedAt()));
        ClockState.FromStart fromStart = clock.fromStart();
        form.add(
                fromStart == null ? null : List.of(Micros.of(fromStart.startedAt()), List.copyOf(fromStart.reached())));
        List<Object> pauses = new ArrayList<>();
        for (Pause pause : clock.pauses()) {
            pauses.add(Micros.of(pause.from()));
            Instant to = pause.to();
            if (to != null) {
                pauses.add(Micros.of(to));
            }
        }
        form.add(pauses);
        form.add(Micros.of(clock.paused()));
        form.add(clock.pauseIsOver());
        form.add(micros(clock.dueAt()));
        form.add(micros(clock.breachedAt()));
        form.add(micros(clock.endedAt()));
        form.add(List.copyOf(clock.reached()));
        return form;
    }

    private static ClockState readClock(List<?> form) {
        List<Pause> pauses = new ArrayList<>();
        List<?> ends = (List<?>) form.get(11);
        for (int i = 0; i < ends.size(); i += 2) {
            Instant to = i + 1 < ends.size() ? instant(ends.get(i + 1)) : null;
            pauses.add(new Pause(java.util.Objects.requireNonNull(instant(ends.get(i))), to));
        }
        ClockState.FromStart fromStart = form.get(10) instanceof List<?> kept
                ? new ClockState.FromStart(Micros.instant((Long) kept.get(0)), levels(kept.get(1)))
                : null;
        return new ClockState(
                new ClockKey((String) form.get(0), new Metric((String) form.get(1)), (String) form.get(2)),
                ((Long) form.get(3)).intValue(),
                ((Long) form.get(4)).intValue(),
                (String) form.get(5),
                (String) form.get(6),
                (String) form.get(7),
                ClockStatus.valueOf((String) form.get(8)),
                java.util.Objects.requireNonNull(instant(form.get(9))),
                fromStart,
                pauses,
                Micros.duration((Long) form.get(12)),
                (Boolean) form.get(13),
                instant(form.get(14)),
                instant(form.get(15)),
                instant(form.get(16)),
                levels(form.get(17)));
    }

    private static Set<String> levels(Object form) {
        Set<String> levels = new TreeSet<>();
        ((List<?>) form).forEach(level -> levels.add((String) level));
        return levels;
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Long.valueOf(Micros.of(instant));
    }

    private static @Nullable Instant instant(@Nullable Object micros) {
        return micros == null ? null : Micros.instant((Long) micros);
    }
}
