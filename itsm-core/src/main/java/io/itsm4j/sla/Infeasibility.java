package io.itsm4j.sla;

import java.time.Instant;
import java.util.Map;

/**
 * That an agreement promises what another one, on which it rests, does not hold.
 *
 * @param promising the agreement that promises
 * @param target its target
 * @param resting the agreement that it rests on
 * @param restingTarget that one's target
 * @param metric what both measure
 * @param ticket the facts of a ticket for which both apply, by the names of {@link Fact}; empty for any
 * @param start an instant from which the promise is due first
 * @param promisedAt when the promise is due then
 * @param heldAt when the agreement it rests on is due then, which is later
 */
public record Infeasibility(
        String promising,
        String target,
        String resting,
        String restingTarget,
        Metric metric,
        Map<String, Object> ticket,
        Instant start,
        Instant promisedAt,
        Instant heldAt) {

    /** Copies the facts. */
    public Infeasibility {
        ticket = Map.copyOf(ticket);
    }

    @Override
    public String toString() {
        return promising + "/" + target + " promises " + metric + " by " + promisedAt + " for what begins at " + start
                + ", but " + resting + "/" + restingTarget + " holds it only by " + heldAt;
    }
}
