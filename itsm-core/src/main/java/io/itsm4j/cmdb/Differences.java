package io.itsm4j.cmdb;

import io.itsm4j.cmdb.Difference.ItemChange;
import io.itsm4j.cmdb.Difference.Kind;
import io.itsm4j.cmdb.Difference.ValueChange;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Projection;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the graph of two instants. Reads only what began or ended in between. */
final class Differences {

    private static final int CHUNK = 5_000;
    private static final Projection<CiState, String> ITEM =
            new Projection<>(List.of(CiState.CI), values -> (String) values.get(0));

    private final Cmdb cmdb;
    private final Ledger ledger;
    private final Instant from;
    private final Instant to;
    private boolean isPartial;

    Differences(Cmdb cmdb, Ledger ledger, Instant from, Instant to) {
        this.cmdb = cmdb;
        this.ledger = ledger;
        this.from = from;
        this.to = to;
    }

    /** Of these items only, or of all for an empty scope. */
    Difference within(Set<String> scope) {
        Set<String> touched = touched(scope);
        touched.retainAll(new ItemLabels(cmdb, ledger).of(touched).keySet());
        Map<String, CiState> before = states(touched, from);
        Map<String, CiState> after = states(touched, to);
        List<ItemChange> items = new ArrayList<>();
        for (String ci : touched) {
            CiState was = live(before.get(ci));
            CiState is = live(after.get(ci));
            change(ci, was, is, items);
        }
        items.sort(Comparator.comparing(ItemChange::name).thenComparing(ItemChange::ci));
        return new Difference(from, to, items, relations(to, from, scope), relations(from, to, scope), isPartial);
    }

    /** The items with a state that began in between, in the order of their ids, which is the order of the states. */
    private Set<String> touched(Set<String> scope) {
        Set<String> touched = new TreeSet<>();
        Criterion<CiState> between = CiState.SINCE.after(from).and(CiState.SINCE.atMost(to));
        if (scope.isEmpty()) {
            touched(between, touched);
        } else {
            Chunks.of(new TreeSet<>(scope), CHUNK).forEach(part -> touched(between.and(CiState.CI.in(part)), touched));
        }
        return touched;
    }

    private void touched(Criterion<CiState> which, Set<String> touched) {
        String last = "";
        List<String> page;
        do {
            page = ledger.list(
                    Query.of(CiState.KIND, ledger.tenant(), which.and(CiState.CI.after(last)))
                            .sortedBy(Sort.ascending(CiState.CI)),
                    ITEM);
            touched.addAll(page);
            last = page.isEmpty() ? last : page.get(page.size() - 1);
            isPartial |= touched.size() >= Query.MOST;
        } while (page.size() == Query.MOST && !isPartial);
    }

    private Map<String, CiState> states(Set<String> items, Instant instant) {
        Map<String, CiState> states = new HashMap<>();
        for (List<String> part : Chunks.of(items, CHUNK)) {
            ledger.list(Query.of(
                            CiState.KIND, ledger.tenant(), CiState.CI.in(part).and(CiState.at(instant))))
                    .forEach(state -> states.put(state.ci(), state));
        }
        return states;
    }

    private static @Nullable CiState live(@Nullable CiState state) {
        return state != null && state.status().category().isOpen() ? state : null;
    }

    private static void change(String ci, @Nullable CiState was, @Nullable CiState is, List<ItemChange> items) {
        List<ValueChange> values = values(was, is);
        if (was == null && is != null) {
            items.add(new ItemChange(ci, is.name(), Kind.CAME, values));
        } else if (was != null && is == null) {
            items.add(new ItemChange(ci, was.name(), Kind.WENT, values));
        } else if (was != null && is != null && !values.isEmpty()) {
            items.add(new ItemChange(ci, is.name(), Kind.CHANGED, values));
        }
    }

    private static List<ValueChange> values(@Nullable CiState was, @Nullable CiState is) {
        Map<String, Object> before = plain(was);
        Map<String, Object> after = plain(is);
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(before.get(key), after.get(key)))
                .map(key -> new ValueChange(key, before.get(key), after.get(key)))
                .toList();
    }

    private static Map<String, Object> plain(@Nullable CiState state) {
        Map<String, Object> values = new TreeMap<>();
        if (state != null) {
            state.attributes().forEach((key, held) -> values.put(key, held.value()));
            values.put("name", state.name());
            values.put("class", state.ciClass());
            values.put("status", state.status().name());
            values.put("criticality", state.criticality().name());
            put(values, "environment", state.environment());
            put(values, "owner", state.stewardship().owner());
            put(values, "group", state.stewardship().group());
            put(values, "location", state.stewardship().location());
            put(values, "service", state.stewardship().service());
        }
        return values;
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value.toString());
        }
    }

    /** The relations that held at the first instant and not at the second. */
    private List<CiRelation> relations(Instant held, Instant not, Set<String> scope) {
        Criterion<CiRelation> only = CiRelation.holdingAt(held)
                .and(held.isBefore(not) ? CiRelation.UNTIL.atMost(not) : CiRelation.SINCE.after(not));
        Map<String, CiRelation> found = new TreeMap<>();
        if (scope.isEmpty()) {
            collect(only, found);
        } else {
            for (List<String> part : Chunks.of(new TreeSet<>(scope), CHUNK)) {
                collect(only.and(CiRelation.FROM.in(part)), found);
                collect(only.and(CiRelation.TO.in(part)), found);
            }
        }
        Set<String> ends = new HashSet<>();
        found.values().forEach(relation -> ends.addAll(List.of(relation.from(), relation.to())));
        Set<String> visible = new ItemLabels(cmdb, ledger).of(ends).keySet();
        CiSchema schema = cmdb.schema(ledger);
        return found.values().stream()
                .filter(relation -> visible.contains(relation.from()) && visible.contains(relation.to()))
                .filter(relation -> scope.isEmpty() || concerns(schema, relation, scope))
                .toList();
    }

    private void collect(Criterion<CiRelation> which, Map<String, CiRelation> found) {
        List<CiRelation> some = ledger.list(Query.of(CiRelation.KIND, ledger.tenant(), which));
        isPartial |= some.size() == Query.MOST;
        some.forEach(relation -> found.put(relation.id(), relation));
    }

    /** Both ends are within, or one is and nothing rests on the other for it, such as installed software. */
    private static boolean concerns(CiSchema schema, CiRelation relation, Set<String> scope) {
        boolean first = scope.contains(relation.from());
        boolean second = scope.contains(relation.to());
        boolean carriesNothing = schema.findRelation(relation.type())
                .filter(type -> type.flow() == ImpactFlow.NONE)
                .isPresent();
        return first && second || carriesNothing && (first || second);
    }
}
