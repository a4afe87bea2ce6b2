package io.itsm4j.cmdb;

import io.itsm4j.storage.Reach;
import io.itsm4j.ticket.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is in reach in the store: in one question where the store can, else level by level. */
final class StoreReach {

    /** Up to so many items in reach, their relations are read at once before an analysis walks over them. */
    private static final int AT_ONCE = 2_000;

    private final Ledger ledger;
    private final ImpactQuery query;
    private final StoreEdges edges;

    StoreReach(Ledger ledger, CiSchema schema, ImpactQuery query) {
        this.ledger = ledger;
        this.query = query;
        this.edges = new StoreEdges(ledger, schema, query);
    }

    Reached find() {
        return atOnce(query.most())
                .map(found -> new Reached(
                        Set.copyOf(found.subList(0, Math.min(found.size(), query.most()))),
                        found.size() > query.most()))
                .orElseGet(this::byLevel);
    }

    /**
     * The relations for an analysis to walk over: where the store says at once what is in reach, and that is not very
     * much, all of them are read together; else they are read level by level.
     */
    Edges edges() {
        return atOnce(AT_ONCE)
                .filter(found -> found.size() <= AT_ONCE)
                .<Edges>flatMap(this::loaded)
                .orElse(edges);
    }

    private Optional<Edges> loaded(List<String> found) {
        Set<String> sources = new TreeSet<>(query.roots());
        sources.addAll(found);
        List<Edges.Edge> all = edges.leaving(sources, query.mostEdges());
        return all.size() > query.mostEdges() ? Optional.empty() : Optional.of(new LoadedEdges(edges, all));
    }

    /** The ids in reach, one more than that many when there are more; empty when the store cannot say. */
    private Optional<List<String>> atOnce(int most) {
        boolean isPlain =
                query.depth() == ImpactQuery.DEPTH && query.roots().stream().allMatch(Edges::isItem);
        List<Reach.Way<CiRelation>> ways = edges.ways();
        if (!isPlain || ways.isEmpty()) {
            return isPlain ? Optional.of(List.of()) : Optional.empty();
        }
        return ledger.reach(new Reach<>(
                CiRelation.KIND,
                ledger.tenant(),
                CiAttributes.KIND,
                query.roots(),
                CiRelation.holdingAt(query.asOf()),
                ways,
                most + 1));
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
