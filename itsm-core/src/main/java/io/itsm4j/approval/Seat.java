package io.itsm4j.approval;

import io.itsm4j.actor.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's place in an opened step.
 *
 * @param principal whose say it is
 * @param weight how much the vote weighs where the rule weighs votes
 * @param senior whether the step escalated to this person, who then decides it alone
 * @param struck whether the person no longer belongs to those who are asked; a vote given before is void
 * @param choice what was said, or null while the vote is out
 * @param by who voted: the principal, or the delegate who stood in; null while the vote is out
 * @param at when, or null
 * @param asked the id of the row that asks for the vote while it is out
 */
public record Seat(
        PersonId principal,
        int weight,
        boolean senior,
        boolean struck,
        @Nullable Choice choice,
        @Nullable PersonId by,
        @Nullable Instant at,
        String asked) {

    static Seat of(PersonId principal, int weight, boolean senior, String asked) {
        return new Seat(principal, weight, senior, false, null, null, null, asked);
    }

    /** Whether the vote is still out. */
    public boolean isOut() {
        return choice == null && !struck;
    }

    Seat voted(Choice what, PersonId who, Instant when) {
        return new Seat(principal, weight, senior, struck, what, who, when, asked);
    }

    Seat strike() {
        return new Seat(principal, weight, senior, true, choice, by, at, asked);
    }

    Seat erased(PersonId person, PersonId pseudonym) {
        return new Seat(
                principal.equals(person) ? pseudonym : principal,
                weight,
                senior,
                struck,
                choice,
                person.equals(by) ? pseudonym : by,
                at,
                asked);
    }
}
