package io.itsm4j.change;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A question about what could go wrong, with what each answer weighs.
 *
 * @param key the stable name
 * @param text the question as people read it
 * @param weights the weight of each answer, 0 or more; at least two answers
 */
public record RiskQuestion(String key, String text, Map<String, Integer> weights) {

    /**
     * Checks the question.
     *
     * @throws IllegalArgumentException when it has no key, fewer than two answers, or a negative weight
     */
    public RiskQuestion {
        weights = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        boolean weighed = weights.size() > 1 && weights.values().stream().allMatch(weight -> weight >= 0);
        if (!key.matches("[a-z][a-z0-9-]{0,39}") || !weighed) {
            throw new IllegalArgumentException("a question has a key, and answers of 0 or more each: " + key);
        }
    }

    /** The most an answer weighs. */
    int most() {
        return weights.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
