package io.itsm4j.change;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The risk of a change, and all it was worked out from.
 *
 * @param answers the answers by question
 * @param score 0 to 100: the weight of the answers in percent of the most possible, rounded down
 * @param level what the matrix makes of score and impact
 * @param algorithm the version of questionnaire and matrix
 */
public record Risk(
        Map<String, String> answers, int score, @Nullable RiskLevel level, int algorithm) {

    /** Nothing is answered yet. */
    public static final Risk UNKNOWN = new Risk(Map.of(), 0, null, 0);

    /** Copies the answers. */
    public Risk {
        answers = java.util.Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    /** Whether it is known. */
    public boolean isKnown() {
        return level != null;
    }
}
