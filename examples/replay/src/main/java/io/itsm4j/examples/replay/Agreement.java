package io.itsm4j.examples.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often library and log agree, by check; how often they do not and why. */
final class Agreement {

    private static final int EXAMPLES = 20;

    /** Counts of one check. */
    static final class Tally {
        private long agreed;
        private long unexplained;
        private final Map<Explanation, Long> explained = new EnumMap<>(Explanation.class);

        long agreed() {
            return agreed;
        }

        long unexplained() {
            return unexplained;
        }

        long explained() {
            return explained.values().stream().mapToLong(Long::longValue).sum();
        }

        Map<Explanation, Long> explanations() {
            return explained;
        }

        long compared() {
            return agreed + unexplained + explained();
        }
    }

    private final Map<Check, Tally> tallies = new EnumMap<>(Check.class);
    private final List<String> examples = new ArrayList<>();

    Agreement() {
        for (Check check : Check.values()) {
            tallies.put(check, new Tally());
        }
    }

    Tally of(Check check) {
        return java.util.Objects.requireNonNull(tallies.get(check));
    }

    void agreed(Check check) {
        of(check).agreed++;
    }

    void explained(Check check, Explanation why) {
        of(check).explained.merge(why, 1L, Long::sum);
    }

    void disagreed(Check check, String what) {
        of(check).unexplained++;
        if (examples.size() < EXAMPLES) {
            examples.add(check.title() + ": " + what);
        }
    }

    /** The first disagreements without an explanation. */
    List<String> examples() {
        return examples;
    }

    boolean isWhole() {
        return tallies.values().stream().allMatch(tally -> tally.unexplained == 0);
    }
}
