package io.itsm4j.cmdb;

import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Reach;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The stored relations of an instant, read level by level: one or two queries for up to 500 items. */
final class StoreEdges implements Edges {

    /** As much of a relation as an analysis needs. */
    record Row(
            String id,
            String from,
            String type,
            String to,
            @Nullable String groupKey,
            long needed) {}

    static final Projection<CiRelation, Row> ROW = new Projection<>(
            List.of(
                    CiRelation.ID,
                    CiRelation.FROM,
                    CiRelation.TYPE,
                    CiRelation.TO,
                    CiRelation.GROUP_KEY,
                    CiRelation.NEEDED),
            StoreEdges::row);

    private static final int CHUNK = 500;

    private final Ledger ledger;
    private final ImpactQuery query;
    private final Set<String> towardsFirst;
    private final Set<String> towardsSecond;

    StoreEdges(Ledger ledger, CiSchema schema, ImpactQuery query) {
        this.ledger = ledger;
        this.query = query;
        boolean down = query.direction() == Direction.DOWNSTREAM;
        Set<String> hittingFirst =
                wanted(schema.relationsThat(type -> type.flow().hitsFirst()));
        Set<String> hittingSecond =
                wanted(schema.relationsThat(type -> type.flow().hitsSecond()));
        this.towardsFirst = down ? hittingFirst : hittingSecond;
        this.towardsSecond = down ? hittingSecond : hittingFirst;
    }

    private static Row row(List<Object> values) {
        return new Row(
                (String) values.get(0),
                (String) values.get(1),
                (String) values.get(2),
                (String) values.get(3),
                (String) values.get(4),
                (Long) values.get(5));
    }

    private Set<String> wanted(Set<String> types) {
        Set<String> wanted = new TreeSet<>(types);
        if (!query.types().isEmpty()) {
            wanted.retainAll(query.types());
        }
        return wanted;
    }

    /** How relations lead on in the direction of the question. */
    List<Reach.Way<CiRelation>> ways() {
        List<Reach.Way<CiRelation>> ways = new ArrayList<>();
        if (!towardsFirst.isEmpty()) {
            ways.add(new Reach.Way<>(CiRelation.TO, CiRelation.FROM, CiRelation.TYPE.in(towardsFirst)));
        }
        if (!towardsSecond.isEmpty()) {
            ways.add(new Reach.Way<>(CiRelation.FROM, CiRelation.TO, CiRelation.TYPE.in(towardsSecond)));
        }
        return ways;
    }

    @Override
    public List<Edge> leaving(Collection<String> items, long most) {
        List<Edge> edges = new ArrayList<>();
        List<String> all = List.copyOf(items);
        for (int from = 0; from < all.size() && edges.size() <= most; from += CHUNK) {
            List<String> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            collect(CiRelation.TO, part, towardsFirst, most, edges);
            collect(CiRelation.FROM, part, towardsSecond, most, edges);
        }
        return edges;
    }

    private void collect(
            Attribute<CiRelation, String> end, List<String> items, Set<String> types, long most, List<Edge> edges) {
        if (types.isEmpty()) {
            return;
        }
        List<Row> rows = ledger.list(
                Query.of(CiRelation.KIND, ledger.tenant(), leading(end.in(items), types))
                        .sortedBy(Sort.ascending(end)),
                ROW);
        if (rows.size() < Query.MOST) {
            rows.forEach(row -> edges.add(edge(end, row)));
        } else if (items.size() == 1) {
            inOrder(leading(end.is(items.get(0)), types), most - edges.size(), row -> edges.add(edge(end, row)));
        } else {
            int half = items.size() / 2;
            collect(end, items.subList(0, half), types, most, edges);
            collect(end, items.subList(half, items.size()), types, most, edges);
        }
    }

    private Criterion<CiRelation> leading(Criterion<CiRelation> from, Set<String> types) {
        return from.and(CiRelation.TYPE.in(types)).and(CiRelation.holdingAt(query.asOf()));
    }

    /**
     * A hub, with more relations than one query gives. Only here the order is that of the ids: for many items at once
     * it leads PostgreSQL to read all relations there are in that order.
     */
    private void inOrder(Criterion<CiRelation> condition, long most, Consumer<Row> use) {
        long left = most;
        String last = "";
        List<Row> rows;
        do {
            Query<CiRelation> page = Query.of(
                            CiRelation.KIND, ledger.tenant(), condition.and(CiRelation.ID.after(last)))
                    .sortedBy(Sort.ascending(CiRelation.ID));
            rows = ledger.list(page, ROW);
            rows.forEach(use);
            left -= rows.size();
            last = rows.isEmpty() ? last : rows.get(rows.size() - 1).id();
        } while (rows.size() == Query.MOST && left >= 0);
    }

    /** Every relation of these groups; when one query does not give them all, each half of the groups has its own. */
    private void eachMember(List<String> keys, Consumer<Row> use) {
        Criterion<CiRelation> condition = CiRelation.GROUP_KEY.in(keys).and(CiRelation.holdingAt(query.asOf()));
        List<Row> rows = ledger.list(Query.of(CiRelation.KIND, ledger.tenant(), condition), ROW);
        if (rows.size() < Query.MOST) {
            rows.forEach(use);
        } else if (keys.size() == 1) {
            inOrder(condition, Long.MAX_VALUE, use);
        } else {
            int half = keys.size() / 2;
            eachMember(keys.subList(0, half), use);
            eachMember(keys.subList(half, keys.size()), use);
        }
    }

    private static Edge edge(Attribute<CiRelation, String> end, Row row) {
        return end == CiRelation.TO
                ? new Edge(row.to(), row.from(), row.type(), row.groupKey())
                : new Edge(row.from(), row.to(), row.type(), row.groupKey());
    }

    @Override
    public Map<String, Group> groups(Collection<String> keys) {
        Map<String, Set<String>> members = new HashMap<>();
        Map<String, Long> needed = new HashMap<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            eachMember(part, row -> {
                String key = String.valueOf(row.groupKey());
                String dependent = Edges.dependentOf(key);
                members.computeIfAbsent(key, k -> new HashSet<>())
                        .add(row.from().equals(dependent) ? row.to() : row.from());
                needed.merge(key, row.needed(), Math::max);
            });
        }
        Map<String, Group> groups = new TreeMap<>();
        members.forEach((key, who) ->
                groups.put(key, new Group(who.size(), Math.toIntExact(needed.getOrDefault(key, 1L)))));
        return groups;
    }
}
