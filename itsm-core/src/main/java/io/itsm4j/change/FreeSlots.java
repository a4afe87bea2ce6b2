package io.itsm4j.change;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the times at which nothing stands in the way. */
final class FreeSlots {

    private FreeSlots() {}

    /** The gaps of at least a length that the taken times leave within bounds, in order. */
    static List<Slot> gaps(Slot within, Collection<Slot> taken, Duration length) {
        List<Slot> sorted = new ArrayList<>(taken);
        sorted.sort(Comparator.comparing(Slot::start));
        List<Slot> gaps = new ArrayList<>();
        Instant free = within.start();
        for (Slot one : sorted) {
            add(gaps, free, earlier(one.start(), within.end()), length);
            free = one.end().isAfter(free) ? one.end() : free;
        }
        add(gaps, free, within.end(), length);
        return gaps;
    }

    /** What two lists of slots, each in order and without overlaps, have in common. */
    static List<Slot> common(List<Slot> one, List<Slot> other) {
        List<Slot> both = new ArrayList<>();
        for (Slot a : one) {
            for (Slot b : other) {
                Instant start = a.start().isAfter(b.start()) ? a.start() : b.start();
                add(both, start, earlier(a.end(), b.end()), Duration.ZERO);
            }
        }
        return both;
    }

    /** The same times, those that meet made one, in order. */
    static List<Slot> merged(Collection<Slot> slots) {
        List<Slot> sorted = new ArrayList<>(slots);
        sorted.sort(Comparator.comparing(Slot::start));
        List<Slot> merged = new ArrayList<>();
        for (Slot slot : sorted) {
            Slot last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || slot.start().isAfter(last.end())) {
                merged.add(slot);
            } else if (slot.end().isAfter(last.end())) {
                merged.set(merged.size() - 1, new Slot(last.start(), slot.end()));
            }
        }
        return merged;
    }

    private static void add(List<Slot> gaps, Instant start, Instant end, Duration length) {
        boolean fits = start.isBefore(end) && Duration.between(start, end).compareTo(length) >= 0;
        if (fits) {
            gaps.add(new Slot(start, end));
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
