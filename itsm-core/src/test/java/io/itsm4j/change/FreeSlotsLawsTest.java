package io.itsm4j.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Free time against a plain oracle that looks at every minute. */
class FreeSlotsLawsTest {

    private static final int MINUTES = 60;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    private static boolean[] covered(List<Slot> slots) {
        boolean[] minutes = new boolean[MINUTES];
        for (int i = 0; i < MINUTES; i++) {
            Instant minute = at(i);
            minutes[i] = slots.stream().anyMatch(slot -> slot.contains(minute));
        }
        return minutes;
    }

    /** The longest runs of minutes that are as wanted and at least so long. */
    private static List<Slot> runs(boolean[] minutes, boolean wanted, int length) {
        List<Slot> runs = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= MINUTES; i++) {
            boolean holds = i < MINUTES && minutes[i] == wanted;
            if (holds && from < 0) {
                from = i;
            } else if (!holds && from >= 0) {
                if (i - from >= length) {
                    runs.add(new Slot(at(from), at(i)));
                }
                from = -1;
            }
        }
        return runs;
    }

    @Property(tries = 500)
    void gaps_are_what_nobody_holds_for_long_enough(
            @ForAll("slots") List<Slot> taken, @ForAll @IntRange(min = 1, max = 20) int length) {
        assertThat(FreeSlots.gaps(new Slot(at(0), at(MINUTES)), taken, Duration.ofMinutes(length)))
                .isEqualTo(runs(covered(taken), false, length));
    }

    @Property(tries = 500)
    void merged_is_the_same_time_in_as_few_slots_as_possible(@ForAll("slots") List<Slot> slots) {
        assertThat(FreeSlots.merged(slots)).isEqualTo(runs(covered(slots), true, 1));
    }

    @Property(tries = 500)
    void common_is_what_both_have(@ForAll("slots") List<Slot> one, @ForAll("slots") List<Slot> other) {
        boolean[] a = covered(one);
        boolean[] b = covered(other);
        boolean[] both = new boolean[MINUTES];
        for (int i = 0; i < MINUTES; i++) {
            both[i] = a[i] && b[i];
        }
        assertThat(FreeSlots.merged(FreeSlots.common(FreeSlots.merged(one), FreeSlots.merged(other))))
                .isEqualTo(runs(both, true, 1));
    }

    @Property(tries = 500)
    void two_slots_overlap_when_they_share_a_minute(@ForAll("slot") Slot one, @ForAll("slot") Slot other) {
        boolean shared = false;
        for (int i = 0; i < MINUTES; i++) {
            shared |= one.contains(at(i)) && other.contains(at(i));
        }
        assertThat(one.overlaps(other)).isEqualTo(shared).isEqualTo(other.overlaps(one));
    }

    @Provide
    Arbitrary<Slot> slot() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, MINUTES - 1),
                        Arbitraries.integers().between(1, 25))
                .as((from, length) -> new Slot(at(from), at(Math.min(MINUTES, from + length))));
    }

    @Provide
    Arbitrary<List<Slot>> slots() {
        return slot().list().ofMaxSize(8);
    }
}
