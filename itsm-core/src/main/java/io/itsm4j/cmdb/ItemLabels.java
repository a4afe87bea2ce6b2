package io.itsm4j.cmdb;

import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Ledger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks up what people know items by, the host's among them, as far as the actor may see them. */
final class ItemLabels {

    /**
     * What people know an item by.
     *
     * @param id the item
     * @param name its name
     * @param ciClass its class
     */
    record Label(String id, String name, String ciClass) {}

    private static final Projection<ConfigurationItem, Label> LABEL = new Projection<>(
            List.of(CiAttributes.ID, CiAttributes.NAME, CiAttributes.CLASS),
            values -> new Label((String) values.get(0), (String) values.get(1), (String) values.get(2)));

    private static final Projection<CiState, Label> FORMER = new Projection<>(
            List.of(CiState.CI, CiState.NAME, CiState.CLASS),
            values -> new Label((String) values.get(0), (String) values.get(1), (String) values.get(2)));

    private static final int CHUNK = 5_000;

    private final Cmdb cmdb;
    private final Ledger ledger;

    ItemLabels(Cmdb cmdb, Ledger ledger) {
        this.cmdb = cmdb;
        this.ledger = ledger;
    }

    /** The labels by id; what the actor may not see, or is not there, is left out. */
    Map<String, Label> of(Collection<String> ids) {
        return of(ids, ledger.visible(cmdb.items()));
    }

    private Map<String, Label> of(Collection<String> ids, Criterion<ConfigurationItem> seen) {
        Map<String, Label> labels = new HashMap<>();
        List<String> items =
                List.copyOf(new TreeSet<>(ids.stream().filter(Edges::isItem).toList()));
        for (int from = 0; from < items.size(); from += CHUNK) {
            List<String> part = items.subList(from, Math.min(items.size(), from + CHUNK));
            ledger.list(
                            Query.of(
                                    CiAttributes.KIND,
                                    ledger.tenant(),
                                    CiAttributes.ID.in(part).and(seen)),
                            LABEL)
                    .forEach(label -> labels.put(label.id(), label));
        }
        List<String> others = ids.stream().filter(id -> !Edges.isItem(id)).toList();
        cmdb.hostItems(ledger.tenant(), others)
                .forEach((id, item) -> labels.put(id, new Label(id, item.name(), item.ciClass())));
        return labels;
    }

    /** The labels as they were at an instant, or are now for null. */
    Map<String, Label> of(Collection<String> ids, @Nullable Instant instant) {
        Map<String, Label> labels = of(ids);
        if (instant != null) {
            List<String> items =
                    labels.keySet().stream().filter(Edges::isItem).sorted().toList();
            for (int from = 0; from < items.size(); from += CHUNK) {
                List<String> part = items.subList(from, Math.min(items.size(), from + CHUNK));
                ledger.list(
                                Query.of(
                                        CiState.KIND,
                                        ledger.tenant(),
                                        CiState.CI.in(part).and(CiState.at(instant))),
                                FORMER)
                        .forEach(label -> labels.put(label.id(), label));
            }
        }
        return labels;
    }

    /** Those of the items, as far as they are ours, on which much hangs. */
    Set<String> grave(Collection<String> ids) {
        Set<String> grave = new HashSet<>();
        List<String> all =
                List.copyOf(new TreeSet<>(ids.stream().filter(Edges::isItem).toList()));
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> part = all.subList(from, Math.min(all.size(), from + CHUNK));
            grave.addAll(ledger.list(
                    Query.of(
                            CiAttributes.KIND,
                            ledger.tenant(),
                            CiAttributes.ID
                                    .in(part)
                                    .and(CiAttributes.CRITICALITY.in(List.of(Criticality.HIGH, Criticality.CRITICAL)))),
                    Impacts.ITEM_ID));
        }
        return grave;
    }

    /** The classes by id, of what the actor may not see too. */
    Map<String, String> classes(Collection<String> ids) {
        Map<String, String> classes = new HashMap<>();
        of(ids, Criterion.all()).forEach((id, label) -> classes.put(id, label.ciClass()));
        return classes;
    }
}
