package io.itsm4j.cmdb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answer of an impact analysis. An item is hit when an item it rests on fails or is hit, unless that relation
 * belongs to a redundancy group of which enough other members are left.
 *
 * @param query what was asked
 * @param hits the items arrived at, the nearest first, then by id; the roots are not among them
 * @param weakened the redundancy groups that lost members and hold
 * @param isPartial whether a bound of the query ended the analysis before it was done
 */
public record Impact(ImpactQuery query, List<Hit> hits, List<Weakened> weakened, boolean isPartial) {

    /** Copies the lists. */
    public Impact {
        hits = List.copyOf(hits);
        weakened = List.copyOf(weakened);
    }

    /** The ids of the items arrived at, in the order of the hits. */
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        hits.forEach(hit -> ids.add(hit.ci()));
        return ids;
    }

    /** How an item was arrived at; empty when it was not. */
    public Optional<Hit> hit(String ci) {
        return hits.stream().filter(hit -> hit.ci().equals(ci)).findFirst();
    }

    /**
     * Why an item is hit: every relation on the way from the roots to it, the nearest to the roots first.
     *
     * @return pairs of the item hit and the relation it is hit through; empty when the item is not hit
     */
    public List<Step> path(String ci) {
        Map<String, Hit> byId = new HashMap<>();
        hits.forEach(hit -> byId.put(hit.ci(), hit));
        List<Step> path = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(ci));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Hit hit = byId.get(open.poll());
            if (hit != null) {
                for (Cause cause : hit.causes()) {
                    path.add(0, new Step(cause, hit.ci()));
                    if (seen.add(cause.from())) {
                        open.add(cause.from());
                    }
                }
            }
        }
        return path;
    }

    /**
     * One relation of an explanation.
     *
     * @param cause the relation and the item it comes from
     * @param ci the item hit through it
     */
    public record Step(Cause cause, String ci) {}
}
