package io.itsm4j.cmdb;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Acting;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What one actor can do with configuration items. */
public final class Items {

    /** Who changes items and relations. */
    static final Set<Role> WHO_MAY = Set.of(Role.AGENT, Role.MANAGER, CmdbPolicy.CONFIGURATION_MANAGER);

    private static final Action REGISTER = Action.of("register");
    private static final Action UPDATE = Action.of("update");
    private static final Action MOVE = Action.of("move");
    private static final Action RETIRE = Action.of("retire");
    private static final Action RECLASSIFY = Action.of("reclassify");
    private static final Action LOCK = Action.of("lock-attribute");
    private static final Action CERTIFY = Action.of("certify");

    private final Engine engine;
    private final Acting acting;
    private final Cmdb cmdb;
    private final Registry<ConfigurationItem> registry;

    Items(Engine engine, Acting acting, Cmdb cmdb, Registry<ConfigurationItem> registry) {
        this.engine = engine;
        this.acting = acting;
        this.cmdb = cmdb;
        this.registry = registry;
    }

    /** The same with an expected version, an idempotency key, or both. */
    public Items with(CommandOptions options) {
        return new Items(engine, acting, cmdb, registry.with(options));
    }

    /**
     * Records a new item.
     *
     * @throws InvalidInput when its class is unknown or abstract, a value does not fit, a needed one is missing, or
     *     something that tells it apart is junk ({@code CI_JUNK})
     * @throws io.itsm4j.RuleViolated with {@code CI_IDENTITY_TAKEN} when another item has the same identity
     * @throws NotPermitted without a role that may
     */
    public ConfigurationItem register(RegisterItem input) {
        return registry.add(REGISTER, WHO_MAY, input, ledger -> writer(ledger).create(input, CiValue.MANUAL));
    }

    private ItemWriter writer(Ledger ledger) {
        return new ItemWriter(cmdb, ledger, cmdb.schema(ledger));
    }

    private ConfigurationItem change(
            String id, Action action, Object input, BiFunction<Ledger, ConfigurationItem, ConfigurationItem> work) {
        return registry.change(id, action, WHO_MAY, input, work);
    }

    /**
     * Changes what is recorded of an item.
     *
     * @throws InvalidInput when a value does not fit or a needed one would be missing
     * @throws io.itsm4j.RuleViolated with {@code CI_IDENTITY_TAKEN} when another item has the same identity
     * @throws io.itsm4j.NotFound when there is no such item that the actor may see
     * @throws NotPermitted without a role that may
     */
    public ConfigurationItem update(String id, UpdateItem input) {
        return change(id, UPDATE, input, (ledger, item) -> writer(ledger).update(item, input));
    }

    /**
     * Moves an item to a status that is not a terminal one.
     *
     * @throws io.itsm4j.TransitionRefused when the lifecycle of its class has no such move
     * @throws io.itsm4j.RuleViolated with {@code CI_STATUS_ENDS} for a terminal status; that is what {@link #retire} is
     *     for
     * @throws io.itsm4j.NotFound when there is no such item that the actor may see
     */
    public ConfigurationItem move(String id, String status) {
        return change(id, MOVE, Reason.of(status), (ledger, item) -> {
            ItemWriter writer = writer(ledger);
            boolean ends = writer.schema()
                    .lifecycle(item.ciClass())
                    .status(status)
                    .filter(state -> state.category().isTerminal())
                    .isPresent();
            if (ends) {
                throw new io.itsm4j.RuleViolated("CI_STATUS_ENDS", Map.of("name", item.name(), "status", status));
            }
            return writer.move(item, status, "ItemMoved");
        });
    }

    /**
     * Retires an item and ends all its relations.
     *
     * @throws InUse with {@code CI_IN_USE} and how many items rest on it, unless it is forced
     * @throws io.itsm4j.TransitionRefused when its status cannot be followed by a terminal one
     * @throws io.itsm4j.NotFound when there is no such item that the actor may see
     */
    public ConfigurationItem retire(String id, RetireItem input) {
        return change(id, RETIRE, input, (ledger, item) -> {
            ItemWriter writer = writer(ledger);
            return new Retirement(ledger, writer, new RelationWriter(cmdb, ledger, writer.schema()))
                    .retire(item, input);
        });
    }

    /**
     * Moves an item into another class.
     *
     * @throws InvalidInput when a value that it keeps does not fit there, or a needed one is missing
     * @throws io.itsm4j.RuleViolated with {@code CI_RELATION_PAIR} when one of its relations would not be allowed
     *     there, with {@code CI_STATUS_ENDS} when the new status would end or revive it
     * @throws io.itsm4j.NotFound when there is no such item that the actor may see
     */
    public ConfigurationItem reclassify(String id, Reclassify input) {
        return change(id, RECLASSIFY, input, (ledger, item) -> {
            ItemWriter writer = writer(ledger);
            ConfigurationItem moved = writer.reclassify(item, input);
            checkPairs(ledger, writer.schema(), moved);
            return moved;
        });
    }

    private void checkPairs(Ledger ledger, CiSchema schema, ConfigurationItem item) {
        List<CiRelation> all = new RelationWriter(cmdb, ledger, schema).of(item.id());
        List<String> others =
                all.stream().map(relation -> relation.other(item.id())).toList();
        Map<String, String> classes = new ItemLabels(cmdb, ledger).classes(others);
        for (CiRelation relation : all) {
            RelationType type = schema.relation(relation.type());
            String other = classes.getOrDefault(relation.other(item.id()), CiClass.ITEM);
            boolean isFirst = relation.from().equals(item.id());
            String from = isFirst ? item.ciClass() : other;
            String to = isFirst ? other : item.ciClass();
            if (!schema.joins(type, from, to)) {
                throw new io.itsm4j.RuleViolated(
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
    }

    /**
     * Keeps feeds from changing values, or lets them again.
     *
     * @param keys the attributes, which must have values
     * @throws InvalidInput with {@code UNKNOWN} when an attribute has no value
     */
    public ConfigurationItem lock(String id, boolean locked, String... keys) {
        return change(id, LOCK, Map.of("keys", List.of(keys), "locked", locked), (ledger, item) -> {
            Map<String, CiValue> values = new TreeMap<>(item.attributes());
            for (String key : keys) {
                CiValue held = values.get(key);
                if (held == null) {
                    throw new InvalidInput(CiValues.field(key), "UNKNOWN", Map.of("value", key));
                }
                values.put(key, held.locked(locked));
            }
            return writer(ledger).change(item, item.having(values), "AttributesLocked", CiValue.MANUAL);
        });
    }

    /**
     * Answers for what is recorded of an item.
     *
     * @throws NotPermitted unless its owner, a manager or a configuration manager does
     */
    public ConfigurationItem certify(String id) {
        return registry.change(id, CERTIFY, Set.of(), Reason.NONE, (ledger, item) -> {
            boolean mayFor = ledger.actor().id().equals(item.stewardship().owner())
                    || Schemas.WHO_MAY.stream().anyMatch(ledger.actor()::is);
            if (!mayFor) {
                throw new NotPermitted(
                        "NOT_PERMITTED",
                        Map.of("actor", ledger.actor().id(), "permission", "ci:certify", "roles", Schemas.WHO_MAY));
            }
            Certification given = new Certification(ledger.now(), ledger.actor().id(), null);
            return ledger.change(cmdb.items(), item, item.certified(given), "ItemCertified", Map.of());
        });
    }

    /** The item, when there is one that the actor may see. */
    public Optional<ConfigurationItem> find(String id) {
        return registry.find(id);
    }

    /**
     * The item.
     *
     * @throws io.itsm4j.NotFound when there is none that the actor may see
     */
    public ConfigurationItem get(String id) {
        return registry.get(id);
    }

    /** A page of the items that the actor may see, by name unless the request says otherwise. */
    public Page<ConfigurationItem> page(PageRequest<ConfigurationItem> request) {
        return registry.page(request.sort().isEmpty() ? request.sortedBy(Sort.ascending(CiAttributes.NAME)) : request);
    }

    /** How many items that the actor may see satisfy a condition. */
    public long count(Criterion<ConfigurationItem> criterion) {
        return registry.count(criterion);
    }

    /** How many items that the actor may see satisfy a condition, for each plain value of an attribute. */
    public Map<Object, Long> countBy(Criterion<ConfigurationItem> criterion, Attribute<ConfigurationItem, ?> by) {
        return registry.countBy(criterion, by);
    }

    /**
     * The attribute of a class, to search by.
     *
     * @throws InvalidInput with {@code QUERY_FILTER} when no class declares it indexed
     */
    public Attribute<ConfigurationItem, Object> attribute(String key) {
        return registry.read(cmdb::schema).indexed(key);
    }

    /** The items of a class and its descendants, as a condition. */
    public Criterion<ConfigurationItem> ofClass(String ciClass) {
        return CiAttributes.CLASS.in(registry.read(cmdb::schema).kindsOf(ciClass));
    }

    /**
     * A condition on items that have a relation with another one; reads as {@code related("runs-on", server)}, or
     * backwards as {@code related("runs", application)}.
     *
     * @param relation the name of a type of relation, or how it reads backwards
     * @param other the item at the other end; at most 10,000 items have the relation with it
     * @throws InvalidInput with {@code UNKNOWN} when no type reads so
     * @throws io.itsm4j.NotFound when there is no such item that the actor may see
     */
    public Criterion<ConfigurationItem> related(String relation, String other) {
        return registry.read(ledger -> {
            if (!new ItemLabels(cmdb, ledger).of(List.of(other)).containsKey(other)) {
                throw new io.itsm4j.NotFound("NOT_FOUND", Map.of("id", other));
            }
            CiSchema schema = cmdb.schema(ledger);
            Optional<RelationType> forwards = schema.findRelation(relation);
            RelationType type = forwards.or(() -> schema.relationTypes().stream()
                            .filter(one -> one.inverse().equals(relation))
                            .findFirst())
                    .orElseThrow(() -> new InvalidInput("relation", "UNKNOWN", Map.of("value", relation)));
            Attribute<CiRelation, String> there = forwards.isPresent() ? CiRelation.TO : CiRelation.FROM;
            Set<String> here = new TreeSet<>();
            ledger.list(Query.of(
                            CiRelation.KIND,
                            ledger.tenant(),
                            there.is(other).and(CiRelation.TYPE.is(type.name())).and(CiRelation.holdingAt(null))))
                    .forEach(found -> here.add(found.other(other)));
            return CiAttributes.ID.in(here);
        });
    }

    /**
     * What happened to an item, oldest first.
     *
     * @param cursor where to go on, or null for the beginning
     */
    public Page<JournalEntry> journal(String id, @Nullable String cursor) {
        return registry.history(id, cursor);
    }

    /**
     * What an item was like at an instant.
     *
     * @return empty when it was not recorded yet
     * @throws io.itsm4j.NotFound when there is no such item that the actor may see
     */
    public Optional<CiState> asOf(String id, Instant instant) {
        registry.get(id);
        return registry.read(ledger ->
                ledger
                        .list(Query.of(
                                        CiState.KIND,
                                        ledger.tenant(),
                                        CiState.CI.is(id).and(CiState.at(instant)))
                                .limitedTo(1))
                        .stream()
                        .findFirst());
    }

    /**
     * Every state an item was in, oldest first, at most 10,000.
     *
     * @throws io.itsm4j.NotFound when there is no such item that the actor may see
     */
    public List<CiState> states(String id) {
        registry.get(id);
        return registry.read(ledger -> ledger.list(
                Query.of(CiState.KIND, ledger.tenant(), CiState.CI.is(id)).sortedBy(Sort.ascending(CiState.SINCE))));
    }

    /**
     * What an attribute of an item was, oldest first; an interval in which it had no value is left out.
     *
     * @param key the attribute, or {@code name}, {@code status}, {@code environment}, {@code owner}, {@code class}
     * @throws io.itsm4j.NotFound when there is no such item that the actor may see
     */
    public List<PastValue> history(String id, String key) {
        return PastValue.of(states(id), key);
    }
}
