package io.itsm4j.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an agreement promises what another one, on which it rests, does not hold.
 *
 * @param promising the agreement that promises
 * @param target its target
 * @param resting the agreement that it rests on
 * @param restingTarget that one's target
 * @param metric what both measure
 * @param priority the priority for which both apply
 * @param service the service for which both apply, or null for any
 * @param customer the organisation unit for which both apply, or null for any
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
        String priority,
        @Nullable String service,
        @Nullable String customer,
        Instant start,
        Instant promisedAt,
        Instant heldAt) {

    @Override
    public String toString() {
        return promising + "/" + target + " promises " + metric + " by " + promisedAt + " for what begins at " + start
                + ", but " + resting + "/" + restingTarget + " holds it only by " + heldAt;
    }
}
