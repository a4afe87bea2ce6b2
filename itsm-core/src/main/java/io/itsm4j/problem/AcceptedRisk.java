package io.itsm4j.problem;

import io.itsm4j.actor.PersonId;
import java.time.Instant;

/**
 * A decision to live with a problem for a while.
 *
 * @param until when the decision ends and the problem comes back for review
 * @param by who decided
 * @param reason why
 */
public record AcceptedRisk(Instant until, PersonId by, String reason) {}
