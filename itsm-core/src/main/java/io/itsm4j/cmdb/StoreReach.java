package io.itsm4j.cmdb;

import io.itsm4j.storage.Reach;
import io.itsm4j.ticket.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is in reach in the store: in one question where the store can, else level by level. */
final class StoreReach {

    private final Ledger ledger;
    private final ImpactQuery query;
    private final StoreEdges edges;

    StoreReach(Ledger ledger, CiSchema schema, ImpactQuery query) {
        this.ledger = ledger;
        this.query = query;
        this.edges = new StoreEdges(ledger, schema, query);
    }

    Reached find() {
        boolean isPlain =
                query.depth() == ImpactQuery.DEPTH && query.roots().stream().allMatch(Edges::isItem);
        return (isPlain ? atOnce() : Optional.<Reached>empty()).orElseGet(this::byLevel);
    }

    private Optional<Reached> atOnce() {
        List<Reach.Way<CiRelation>> ways = edges.ways();
        if (ways.isEmpty()) {
            return Optional.of(new Reached(Set.of(), false));
        }
        return ledger.reach(new Reach<>(
                        CiRelation.KIND,
                        ledger.tenant(),
                        CiAttributes.KIND,
                        query.roots(),
                        CiRelation.holdingAt(query.asOf()),
                        ways,
                        query.most() + 1))
                .map(found -> new Reached(
                        Set.copyOf(found.subList(0, Math.min(found.size(), query.most()))),
                        found.size() > query.most()));
    }

    private Reached byLevel() {
        Set<String> seen = new HashSet<>(query.roots());
        Set<String> found = new HashSet<>();
        Collection<String> level = query.roots();
        long left = query.mostEdges();
        for (int depth = 1; depth <= query.depth() && !level.isEmpty(); depth++) {
            List<Edges.Edge> leaving = edges.leaving(level, left);
            left -= leaving.size();
            if (left < 0) {
                return new Reached(found, true);
            }
            List<String> next = new ArrayList<>();
            for (Edges.Edge edge : leaving) {
                if (seen.add(edge.target())) {
                    if (found.size() == query.most()) {
                        return new Reached(found, true);
                    }
                    found.add(edge.target());
                    next.add(edge.target());
                }
            }
            level = next;
        }
        return new Reached(found, false);
    }
}
