package io.itsm4j.change;

import io.itsm4j.actor.PersonId;
import java.time.Instant;

/**
 * Somebody let a rule pass, and said why.
 *
 * @param by who
 * @param reason why
 * @param at when
 */
public record Waiver(PersonId by, String reason, Instant at) {

    Waiver erased(PersonId person, PersonId pseudonym) {
        return by.equals(person) ? new Waiver(pseudonym, reason, at) : this;
    }
}
