package io.itsm4j.approval;

import io.itsm4j.actor.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One person's say in a step, given or still out.
 *
 * @param principal whose say it is
 * @param weight how much it weighs where the rule weighs votes, at least 1
 * @param independent false for somebody who carries the subject out: at least one approval must come from another
 * @param choice what was said, or null while the vote is out
 */
public record Ballot(
        PersonId principal,
        int weight,
        boolean independent,
        @Nullable Choice choice) {

    /**
     * Checks the weight.
     *
     * @throws IllegalArgumentException when it is below 1
     */
    public Ballot {
        if (weight < 1) {
            throw new IllegalArgumentException("a vote weighs at least 1, not " + weight);
        }
    }
}
