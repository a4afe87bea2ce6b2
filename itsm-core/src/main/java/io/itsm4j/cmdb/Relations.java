package io.itsm4j.cmdb;

import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one actor can do with the relations between items. */
public final class Relations {

    private static final Action RELATE = Action.of("relate");
    private static final Action UNRELATE = Action.of("unrelate");
    private static final Action REGROUP = Action.of("regroup");

    private final Cmdb cmdb;
    private final Registry<CiRelation> registry;

    Relations(Cmdb cmdb, Registry<CiRelation> registry) {
        this.cmdb = cmdb;
        this.registry = registry;
    }

    /** The same with an idempotency key; an expected version counts for verbs that name one relation by its id. */
    public Relations with(CommandOptions options) {
        return new Relations(cmdb, registry.with(options));
    }

    /**
     * Relates two items; a relation that is there already is not made twice.
     *
     * @return the relation
     * @throws io.itsm4j.RuleViolated with {@code CI_RELATION_SELF}, {@code CI_RELATION_PAIR}, {@code CI_RELATION_MOST},
     *     {@code CI_RELATION_CYCLE}, {@code CI_RETIRED} or {@code CI_GROUP_FLOW}
     * @throws io.itsm4j.InvalidInput when the type is unknown, or members of a group would disagree on how many are
     *     needed
     * @throws io.itsm4j.NotFound when there is no such item that the actor may see
     * @throws io.itsm4j.NotPermitted without a role that may
     */
    public CiRelation relate(Relate input) {
        return registry.add(
                RELATE,
                Items.WHO_MAY,
                input,
                ledger -> new RelationWriter(cmdb, ledger, cmdb.schema(ledger)).relate(input, CiValue.MANUAL));
    }

    /**
     * Relates two items; reads as {@code relate(application, "runs-on", server)}. Refuses as {@link #relate(Relate)}.
     */
    public CiRelation relate(String from, String type, String to) {
        return relate(Relate.of(from, type, to));
    }

    /**
     * Ends a relation; it stays in the graph of every instant before.
     *
     * @throws io.itsm4j.NotFound when there is no such relation
     */
    public CiRelation end(String id) {
        return registry.change(
                id,
                UNRELATE,
                Items.WHO_MAY,
                Reason.NONE,
                (ledger, relation) ->
                        new RelationWriter(cmdb, ledger, cmdb.schema(ledger)).end(relation, "RelationEnded"));
    }

    /**
     * Changes how many members of a redundancy group are needed: its relations end and begin anew.
     *
     * @param dependent the item that rests on the group
     * @param group the name of the group
     * @param needed how many members it needs, at least 1
     * @return the members, by id
     * @throws io.itsm4j.NotFound when there is no such group
     */
    public List<CiRelation> regroup(String dependent, String group, int needed) {
        String key = Edges.groupKey(dependent, group);
        Relate input = new Relate(dependent, "group", group, group, Math.max(1, needed));
        registry.add(REGROUP, Items.WHO_MAY, input, ledger -> {
            RelationWriter writer = new RelationWriter(cmdb, ledger, cmdb.schema(ledger));
            List<CiRelation> again = new ArrayList<>();
            for (CiRelation member : writer.members(key)) {
                CiRelation ended = writer.end(member, "RelationEnded");
                again.add(ledger.add(
                        cmdb.relations(),
                        member.again(ledger.newId(), ended.until(), input.needed()),
                        "ItemsRelated",
                        Map.of("source", CiValue.MANUAL)));
            }
            if (again.isEmpty()) {
                throw new io.itsm4j.NotFound("NOT_FOUND", Map.of("id", key));
            }
            return again.get(0);
        });
        return registry.read(ledger ->
                ledger.list(cmdb.relations(), CiRelation.GROUP_KEY.is(key).and(CiRelation.holdingAt(null))));
    }

    /**
     * A relation.
     *
     * @throws io.itsm4j.NotFound when there is none
     */
    public CiRelation get(String id) {
        return registry.get(id);
    }

    /** The relations of an item that hold, those with an end that the actor may not see left out; at most 20,000. */
    public List<CiRelation> of(String item) {
        return of(item, null);
    }

    /** The relations of an item that held at an instant, or hold now for null; at most 20,000. */
    public List<CiRelation> of(String item, @Nullable Instant instant) {
        return registry.read(ledger -> {
            List<CiRelation> all = new ArrayList<>(ledger.list(Query.of(
                            CiRelation.KIND,
                            ledger.tenant(),
                            CiRelation.FROM
                                    .is(item)
                                    .and(CiRelation.holdingAt(instant))
                                    .and(ledger.visible(cmdb.relations())))
                    .sortedBy(Sort.ascending(CiRelation.ID))));
            all.addAll(ledger.list(Query.of(
                            CiRelation.KIND,
                            ledger.tenant(),
                            CiRelation.TO
                                    .is(item)
                                    .and(CiRelation.holdingAt(instant))
                                    .and(ledger.visible(cmdb.relations())))
                    .sortedBy(Sort.ascending(CiRelation.ID))));
            return seen(ledger, all);
        });
    }

    private List<CiRelation> seen(Ledger ledger, List<CiRelation> all) {
        Set<String> ends = new HashSet<>();
        all.forEach(relation -> ends.addAll(List.of(relation.from(), relation.to())));
        Set<String> visible = new ItemLabels(cmdb, ledger).of(ends).keySet();
        return all.stream()
                .filter(relation -> visible.contains(relation.from()) && visible.contains(relation.to()))
                .toList();
    }
}
