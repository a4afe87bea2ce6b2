package io.itsm4j.cmdb;

import io.itsm4j.NotFound;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.AffectedCi;
import io.itsm4j.ticket.Classification;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Registry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is hit if something fails, and what something rests on; now or at any instant. */
public final class Impacts {

    /** Stands in explanations for an item that the actor may not see. */
    public static final String HIDDEN = "?";

    static final Projection<ConfigurationItem, String> ITEM_ID =
            new Projection<>(List.of(CiAttributes.ID), values -> (String) values.get(0));
    private static final Projection<CiState, String> STATE_ID =
            new Projection<>(List.of(CiState.CI), values -> (String) values.get(0));

    private final Cmdb cmdb;
    private final Registry<ConfigurationItem> registry;

    Impacts(Cmdb cmdb, Registry<ConfigurationItem> registry) {
        this.cmdb = cmdb;
        this.registry = registry;
    }

    /**
     * Answers from the store. Items that the actor may not see are passed through and not named.
     *
     * @throws io.itsm4j.InvalidInput when the question is out of its bounds
     * @throws NotFound when there is no such root that the actor may see
     */
    public Impact analyse(ImpactQuery query) {
        return registry.read(ledger -> {
            ledger.check(query);
            checkRoots(ledger, query);
            Impact whole =
                    ImpactWalk.of(query, new StoreReach(ledger, cmdb.known(ledger, query.asOf()), query).edges());
            boolean seesAll = ledger.visible(cmdb.items()) instanceof Criterion.All<ConfigurationItem>;
            return seesAll ? whole : visible(whole, ledger);
        });
    }

    /**
     * What is in reach in the store: every item that a relation leads to, whatever redundancy there is, and not why.
     * Where a store can follow relations by itself, one question does it. Items that the actor may not see are passed
     * through and left out.
     *
     * @return at most as many as the question wants; when there are more, which of them are left out differs between
     *     stores
     * @throws io.itsm4j.InvalidInput when the question is out of its bounds
     * @throws NotFound when there is no such root that the actor may see
     */
    public Reached reach(ImpactQuery query) {
        return registry.read(ledger -> {
            ledger.check(query);
            Reached whole = new StoreReach(ledger, cmdb.known(ledger, query.asOf()), query).find();
            boolean seesAll = ledger.visible(cmdb.items()) instanceof Criterion.All<ConfigurationItem>;
            if (!seesAll || query.roots().size() > 1 || whole.ids().isEmpty()) {
                checkRoots(ledger, query); // else there is the root, since something rests on it
            }
            return seesAll
                    ? whole
                    : new Reached(new ItemLabels(cmdb, ledger).of(whole.ids()).keySet(), whole.isPartial());
        });
    }

    private void checkRoots(Ledger ledger, ImpactQuery query) {
        Set<String> known = new ItemLabels(cmdb, ledger).of(query.roots()).keySet();
        query.roots().stream().filter(root -> !known.contains(root)).findFirst().ifPresent(root -> {
            throw new NotFound("NOT_FOUND", Map.of("id", root));
        });
    }

    private Impact visible(Impact whole, Ledger ledger) {
        Set<String> named = new HashSet<>(whole.ids());
        whole.weakened().forEach(weak -> named.add(weak.ci()));
        Set<String> seen = new HashSet<>(new ItemLabels(cmdb, ledger).of(named).keySet());
        seen.addAll(whole.query().roots());
        List<Hit> hits = whole.hits().stream()
                .filter(hit -> seen.contains(hit.ci()))
                .map(hit -> new Hit(
                        hit.ci(),
                        hit.depth(),
                        hit.causes().stream()
                                .map(cause -> seen.contains(cause.from())
                                        ? cause
                                        : new Cause(HIDDEN, cause.relation(), cause.group()))
                                .toList()))
                .toList();
        List<Weakened> weakened = whole.weakened().stream()
                .filter(weak -> seen.contains(weak.ci()))
                .toList();
        return new Impact(whole.query(), hits, weakened, whole.isPartial());
    }

    /** The present graph in memory, for many or very large analyses by somebody who may see all of it. */
    public Snapshot snapshot() {
        return snapshot(null);
    }

    /**
     * The graph of an instant in memory; read in pages, so that only the snapshot itself takes room.
     *
     * @param instant when, or null for now
     * @throws io.itsm4j.NotPermitted when the actor may not see every item
     */
    public Snapshot snapshot(@Nullable Instant instant) {
        return registry.read(ledger -> {
            if (!(ledger.visible(cmdb.items()) instanceof Criterion.All<ConfigurationItem>)) {
                throw new io.itsm4j.NotPermitted(
                        "NOT_PERMITTED",
                        Map.of("actor", ledger.actor().id(), "permission", "ci:snapshot", "roles", Schemas.WHO_MAY));
            }
            SnapshotBuilder builder = Snapshot.builder(cmdb.known(ledger, instant));
            collectItems(ledger, builder, instant);
            collectRelations(ledger, builder, instant);
            return builder.build();
        });
    }

    private static void collectItems(Ledger ledger, SnapshotBuilder builder, @Nullable Instant instant) {
        String last = "";
        List<String> page;
        do {
            page = instant == null
                    ? ledger.list(
                            Query.of(CiAttributes.KIND, ledger.tenant(), CiAttributes.ID.after(last))
                                    .sortedBy(Sort.ascending(CiAttributes.ID)),
                            ITEM_ID)
                    : ledger.list(
                            Query.of(
                                            CiState.KIND,
                                            ledger.tenant(),
                                            CiState.CI.after(last).and(CiState.at(instant)))
                                    .sortedBy(Sort.ascending(CiState.CI)),
                            STATE_ID);
            page.forEach(builder::item);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == Query.MOST);
    }

    private static void collectRelations(Ledger ledger, SnapshotBuilder builder, @Nullable Instant instant) {
        String last = "";
        List<StoreEdges.Row> page;
        do {
            page = ledger.list(
                    Query.of(
                                    CiRelation.KIND,
                                    ledger.tenant(),
                                    CiRelation.ID.after(last).and(CiRelation.holdingAt(instant)))
                            .sortedBy(Sort.ascending(CiRelation.ID)),
                    StoreEdges.ROW);
            for (StoreEdges.Row row : page) {
                String key = row.groupKey();
                builder.relation(
                        row.from(), row.type(), row.to(), key == null ? null : Edges.nameOf(key), (int) row.needed());
            }
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == Query.MOST);
    }

    /**
     * The services among the items of an analysis, roots included, the nearest first.
     *
     * @return items of class {@code service} and its descendants
     */
    public List<AffectedService> services(Impact impact) {
        return registry.read(ledger -> {
            CiSchema schema = cmdb.known(ledger, impact.query().asOf());
            Map<String, Integer> depths = depths(impact);
            Map<String, ItemLabels.Label> labels = new ItemLabels(cmdb, ledger)
                    .of(depths.keySet(), impact.query().asOf());
            List<AffectedService> services = new ArrayList<>();
            depths.forEach((id, depth) -> {
                ItemLabels.Label label = labels.get(id);
                if (label != null && schema.isA(label.ciClass(), "service")) {
                    services.add(new AffectedService(id, label.name(), depth));
                }
            });
            return services;
        });
    }

    /**
     * What is agreed about the services of an analysis, by key: the agreements that are current and can measure tickets
     * about one of them.
     */
    public List<AffectedAgreement> agreements(Impact impact) {
        Set<String> hit = new LinkedHashSet<>();
        services(impact).forEach(service -> hit.add(service.id()));
        return hit.isEmpty()
                ? List.of()
                : registry.read(ledger -> List.copyOf(cmdb.agreements().about(ledger, hit)));
    }

    /**
     * What the items of a ticket mean for it when they fail: the items hit with them, services, agreements, and how
     * much of the business that is. Changes nothing; the ticket takes of it what its people take.
     *
     * @param present the items of the ticket; those taken off are not proposed again, and what is no item here, or
     *     nothing the actor may see, is passed over
     */
    public Proposed proposal(List<AffectedCi> present) {
        List<String> named = present.stream()
                .filter(ci -> ci.origin() == AffectedCi.Origin.MANUAL)
                .map(AffectedCi::ci)
                .toList();
        Set<String> known =
                registry.read(ledger -> new ItemLabels(cmdb, ledger).of(named).keySet());
        if (known.isEmpty()) {
            return new Proposed(present, List.of(), List.of(), io.itsm4j.ticket.Impact.LOW, false);
        }
        Impact impact = analyse(
                ImpactQuery.failing(named.stream().filter(known::contains).toArray(String[]::new)));
        Set<String> hit = new LinkedHashSet<>(impact.query().roots());
        hit.addAll(impact.ids());
        return new Proposed(
                propose(present, impact),
                services(impact),
                agreements(impact),
                registry.read(ledger -> cmdb.rating(ledger, hit)),
                impact.isPartial());
    }

    private static Map<String, Integer> depths(Impact impact) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        impact.query().roots().forEach(root -> depths.put(root, 0));
        impact.hits().forEach(hit -> depths.putIfAbsent(hit.ci(), hit.depth()));
        return depths;
    }

    /**
     * What an analysis says about the items of a ticket: those it names stay, those it hits are added as computed,
     * those somebody took off are not proposed again.
     *
     * @return at most {@value Classification#CIS} items
     */
    public static List<AffectedCi> propose(List<AffectedCi> present, Impact impact) {
        List<AffectedCi> all = new ArrayList<>(present.stream()
                .filter(ci -> ci.origin() != AffectedCi.Origin.COMPUTED)
                .toList());
        Set<String> named = new HashSet<>();
        all.forEach(ci -> named.add(ci.ci()));
        for (String id : impact.ids()) {
            if (all.size() < Classification.CIS && named.add(id) && !id.equals(HIDDEN)) {
                all.add(new AffectedCi(id, AffectedCi.Origin.COMPUTED));
            }
        }
        return all;
    }

    /**
     * What a change of these items touches: the items and everything that rests on them, at most 10,000. Two changes
     * get into each other's way when one touches an item of the other.
     */
    public Set<String> touchedBy(Collection<String> items) {
        return registry.read(ledger -> {
            Set<String> touched = closure(cmdb, ledger, items);
            touched.retainAll(new ItemLabels(cmdb, ledger).of(touched).keySet());
            return touched;
        });
    }

    static Set<String> closure(Cmdb cmdb, Ledger ledger, Collection<String> items) {
        if (items.isEmpty()) {
            return new LinkedHashSet<>();
        }
        ImpactQuery query = ImpactQuery.failing(items.toArray(String[]::new));
        Set<String> touched = new LinkedHashSet<>(items);
        touched.addAll(ImpactWalk.of(query, new StoreReach(ledger, cmdb.schema(ledger), query).edges())
                .ids());
        return touched;
    }

    /** The picture of an analysis: the roots, what was arrived at, and the relations it was arrived at through. */
    public GraphPicture picture(Impact impact) {
        return registry.read(ledger -> {
            Map<String, Integer> depths = depths(impact);
            Map<String, ItemLabels.Label> labels = new ItemLabels(cmdb, ledger)
                    .of(depths.keySet(), impact.query().asOf());
            List<GraphPicture.Node> nodes = new ArrayList<>();
            depths.forEach((id, depth) -> {
                ItemLabels.Label label = labels.getOrDefault(id, new ItemLabels.Label(id, id, CiClass.ITEM));
                nodes.add(new GraphPicture.Node(id, label.name(), label.ciClass(), depth));
            });
            return new GraphPicture(nodes, edges(ledger, impact, depths.keySet()));
        });
    }

    /** Every relation that carries impact between the items of the picture. */
    private List<GraphPicture.Edge> edges(Ledger ledger, Impact impact, Set<String> ids) {
        CiSchema schema = cmdb.known(ledger, impact.query().asOf());
        Set<GraphPicture.Edge> edges = new LinkedHashSet<>();
        ImpactQuery down = impact.query().towards(Direction.DOWNSTREAM);
        for (Edges.Edge edge :
                new StoreEdges(ledger, schema, down).leaving(ids, impact.query().mostEdges())) {
            boolean first = schema.relation(edge.type()).flow().hitsFirst();
            String from = first ? edge.target() : edge.source();
            String to = first ? edge.source() : edge.target();
            if (ids.contains(from) && ids.contains(to)) {
                edges.add(new GraphPicture.Edge(
                        from, edge.type(), to, edge.group() == null ? null : Edges.nameOf(edge.group())));
            }
        }
        return List.copyOf(edges);
    }
}
