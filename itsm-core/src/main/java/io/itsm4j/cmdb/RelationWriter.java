package io.itsm4j.cmdb;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Ledger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides about relations within one command. Every new relation goes through here, whoever wants it. A rule over many
 * relations holds the guard of its type first and then reads with locks, so that the newest state decides.
 */
final class RelationWriter {

    private static final String GUARD = "~ci-";
    private static final int CHUNK = 500;

    private final Cmdb cmdb;
    private final Ledger ledger;
    private final CiSchema schema;
    private final Map<String, ConfigurationItem> items = new HashMap<>();
    private final Map<String, CiRelation> open = new HashMap<>();
    private final Set<String> lookedFor = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private final Map<String, Set<String>> onwards = new HashMap<>();
    private final Map<String, Long> counted = new HashMap<>();
    private final Map<String, Long> needed = new HashMap<>();
    private final Set<String> ended = new HashSet<>();

    RelationWriter(Cmdb cmdb, Ledger ledger, CiSchema schema) {
        this.cmdb = cmdb;
        this.ledger = ledger;
        this.schema = schema;
    }

    /** Holds in one go what many new relations join, in the order of the ids, and looks up what leads away from it. */
    void prepare(Collection<Relate> inputs) {
        Set<String> ends = new TreeSet<>();
        Set<String> firsts = new TreeSet<>();
        for (Relate input : inputs) {
            schema.findRelation(String.valueOf(input.type())).ifPresent(this::guard);
            ends.add(String.valueOf(input.from()));
            ends.add(String.valueOf(input.to()));
            firsts.add(String.valueOf(input.from()));
        }
        for (List<String> part : Chunks.of(ends, CHUNK)) {
            ledger.held(cmdb.items(), CiAttributes.ID.in(part)).forEach(item -> items.put(item.id(), item));
        }
        lookUp(firsts);
        for (RelationType type : schema.relationTypes()) {
            Set<String> seconds = new TreeSet<>();
            inputs.stream()
                    .filter(input -> type.isAcyclic() && type.name().equals(input.type()))
                    .forEach(input -> seconds.add(String.valueOf(input.to())));
            if (!seconds.isEmpty()) {
                expand(type, seconds);
            }
        }
    }

    private void lookUp(Collection<String> firsts) {
        Set<String> unknown = new TreeSet<>(firsts);
        unknown.removeAll(lookedFor);
        lookedFor.addAll(unknown);
        for (List<String> part : Chunks.of(unknown, CHUNK)) {
            each(CiRelation.FROM.in(part), relation -> open.put(key(relation), relation));
        }
    }

    private static String key(CiRelation relation) {
        return key(relation.from(), relation.type(), relation.to());
    }

    private static String key(String from, String type, String to) {
        return from + " " + type + " " + to;
    }

    /** Every relation that holds and satisfies the condition, newest state, held. */
    private void each(Criterion<CiRelation> condition, java.util.function.Consumer<CiRelation> use) {
        String last = "";
        List<CiRelation> page;
        do {
            page = ledger.list(Query.of(
                            CiRelation.KIND,
                            ledger.tenant(),
                            condition.and(CiRelation.holdingAt(null)).and(CiRelation.ID.after(last)))
                    .sortedBy(Sort.ascending(CiRelation.ID))
                    .locked(Lock.WRITE));
            page.stream().filter(relation -> !ended.contains(relation.id())).forEach(use);
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == Query.MOST);
    }

    private void guard(RelationType type) {
        boolean spans = type.isAcyclic() || type.mostFrom() > 0 || type.mostTo() > 0;
        if (spans && held.add(type.name())) {
            ledger.hold(GUARD + type.name());
        }
    }

    /** A relation that is new, or the one that is there already. */
    CiRelation relate(Relate input, String source) {
        RelationType type = schema.relation(Objects.requireNonNull(input.type()));
        String from = Objects.requireNonNull(input.from());
        String to = Objects.requireNonNull(input.to());
        if (from.equals(to)) {
            throw new RuleViolated("CI_RELATION_SELF", Map.of("id", from));
        }
        guard(type);
        boolean inOrder = from.compareTo(to) <= 0;
        String lower = classOf(inOrder ? from : to);
        String upper = classOf(inOrder ? to : from);
        checkPair(type, inOrder ? lower : upper, inOrder ? upper : lower);
        lookUp(List.of(from));
        CiRelation twin = open.get(key(from, type.name(), to));
        if (twin != null) {
            return twin;
        }
        String group = groupKey(type, input);
        checkMost(type, type.mostFrom(), CiRelation.FROM.is(from), from);
        checkMost(type, type.mostTo(), CiRelation.TO.is(to), to);
        checkCycle(type, from, to);
        CiRelation relation = new CiRelation(
                ledger.newId(),
                ledger.tenant(),
                0,
                from,
                type.name(),
                to,
                group,
                group == null ? 0 : input.needed(),
                source,
                ledger.now(),
                CiRelation.FOREVER,
                ChainHead.NONE);
        CiRelation added = ledger.add(cmdb.relations(), relation, "ItemsRelated", Map.of("source", source));
        open.put(key(added), added);
        count(type, type.mostFrom(), CiRelation.FROM.is(from));
        count(type, type.mostTo(), CiRelation.TO.is(to));
        onwards.computeIfAbsent(step(type, from), k -> new HashSet<>()).add(to);
        return added;
    }

    /** Makes a relation hold no longer. One that began just now lasts for a microsecond, so that it is seen. */
    CiRelation end(CiRelation relation, String event) {
        if (!relation.isOpen() || !ended.add(relation.id())) {
            return relation;
        }
        open.remove(key(relation));
        Instant least = relation.since().plus(1, ChronoUnit.MICROS);
        Instant at = ledger.now().isBefore(least) ? least : ledger.now();
        return ledger.change(cmdb.relations(), relation, relation.ended(at), event, Map.of());
    }

    private String classOf(String end) {
        if (!Edges.isItem(end)) {
            HostItems.HostItem host =
                    cmdb.hostItems(ledger.tenant(), List.of(end)).get(end);
            if (host == null) {
                throw new NotFound("NOT_FOUND", Map.of("id", end));
            }
            return host.ciClass();
        }
        ConfigurationItem item = items.computeIfAbsent(end, id -> ledger.get(cmdb.items(), id));
        if (!item.isLive()) {
            throw new RuleViolated(
                    "CI_RETIRED",
                    Map.of("name", item.name(), "status", item.status().label()));
        }
        return item.ciClass();
    }

    private void checkPair(RelationType type, String from, String to) {
        if (!schema.joins(type, from, to)) {
            throw new RuleViolated(
                    "CI_RELATION_PAIR",
                    Map.of(
                            "type",
                            type.name(),
                            "from",
                            from,
                            "to",
                            to,
                            "allowed",
                            type.pairs().stream()
                                    .map(pair -> pair.from() + " → " + pair.to())
                                    .toList()));
        }
    }

    private void checkMost(RelationType type, int most, Criterion<CiRelation> end, String id) {
        if (most == 0) {
            return;
        }
        String key = type.name() + " " + end;
        long there = counted.computeIfAbsent(key, k -> (long) ledger.list(Query.of(
                                CiRelation.KIND,
                                ledger.tenant(),
                                end.and(CiRelation.TYPE.is(type.name())).and(CiRelation.holdingAt(null)))
                        .locked(Lock.WRITE))
                .size());
        if (there >= most) {
            throw new RuleViolated("CI_RELATION_MOST", Map.of("type", type.name(), "id", id, "limit", most));
        }
    }

    private void count(RelationType type, int most, Criterion<CiRelation> end) {
        if (most > 0) {
            counted.merge(type.name() + " " + end, 1L, Long::sum);
        }
    }

    private void checkCycle(RelationType type, String from, String to) {
        if (!type.isAcyclic()) {
            return;
        }
        Set<String> seen = new HashSet<>(Set.of(to));
        List<String> level = List.of(to);
        while (!level.isEmpty()) {
            if (level.contains(from)) {
                throw new RuleViolated("CI_RELATION_CYCLE", Map.of("type", type.name(), "id", from));
            }
            expand(type, level);
            List<String> next = new ArrayList<>();
            for (String at : level) {
                onwards.getOrDefault(step(type, at), Set.of()).stream()
                        .filter(seen::add)
                        .forEach(next::add);
            }
            level = next;
        }
    }

    private static String step(RelationType type, String at) {
        return type.name() + " " + at;
    }

    /** Looks up where the relations of a type lead from these items. */
    private void expand(RelationType type, Collection<String> from) {
        Set<String> unknown = new TreeSet<>();
        from.stream().filter(id -> !onwards.containsKey(step(type, id))).forEach(unknown::add);
        unknown.forEach(id -> onwards.put(step(type, id), new HashSet<>()));
        for (List<String> part : Chunks.of(unknown, CHUNK)) {
            each(
                    CiRelation.FROM.in(part).and(CiRelation.TYPE.is(type.name())),
                    relation -> onwards.computeIfAbsent(step(type, relation.from()), k -> new HashSet<>())
                            .add(relation.to()));
        }
        open.values().stream()
                .filter(relation -> relation.type().equals(type.name()) && unknown.contains(relation.from()))
                .forEach(relation -> onwards.computeIfAbsent(step(type, relation.from()), k -> new HashSet<>())
                        .add(relation.to()));
    }

    private @Nullable String groupKey(RelationType type, Relate input) {
        String group = input.group();
        if (group == null || group.isBlank()) {
            return null;
        }
        if (type.flow() == ImpactFlow.BOTH || type.flow() == ImpactFlow.NONE) {
            throw new RuleViolated("CI_GROUP_FLOW", Map.of("type", type.name(), "flow", type.flow()));
        }
        if (group.indexOf('/') >= 0) {
            throw new InvalidInput("group", "ILLEGAL_CHARACTER", Map.of());
        }
        if (input.needed() < 1) {
            throw new InvalidInput("needed", "OUT_OF_LIMIT", Map.of("limit", "≥ 1"));
        }
        String dependent = type.flow().hitsFirst() ? input.from() : input.to();
        String key = Edges.groupKey(Objects.requireNonNull(dependent), group);
        long agreed = needed.computeIfAbsent(
                key,
                k -> members(k).stream().findFirst().map(CiRelation::needed).orElse((long) input.needed()));
        if (agreed != input.needed()) {
            throw new InvalidInput("needed", "CI_GROUP_NEEDED", Map.of("group", group, "value", agreed));
        }
        return key;
    }

    /** The members of a group as they stand, held. */
    List<CiRelation> members(String groupKey) {
        return ledger.held(cmdb.relations(), CiRelation.GROUP_KEY.is(groupKey).and(CiRelation.holdingAt(null)));
    }

    /** The relations in which an item hits another one, or is hit, or has part at all; held. */
    List<CiRelation> of(String item) {
        List<CiRelation> all = new ArrayList<>();
        each(CiRelation.FROM.is(item), all::add);
        each(CiRelation.TO.is(item), all::add);
        return all;
    }

    /** Whether the other end of a relation of the item is hit when the item fails. */
    boolean isDependent(CiRelation relation, String item) {
        Optional<RelationType> type = schema.findRelation(relation.type());
        return type.isPresent()
                && (relation.to().equals(item)
                        ? type.get().flow().hitsFirst()
                        : type.get().flow().hitsSecond());
    }
}
