package io.itsm4j.cmdb;

import io.itsm4j.InvalidInput;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.input.JunkIdentifiers;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.State;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides about items within one command: what is allowed, and which rows come of it. Every change of an item goes
 * through here, whoever wants it.
 */
final class ItemWriter {

    private final Cmdb cmdb;
    private final Ledger ledger;
    private final CiSchema schema;
    private final Map<String, String> claimed = new HashMap<>();
    private final Set<String> lookedFor = new HashSet<>();
    private final Map<String, CiState> states = new HashMap<>();

    ItemWriter(Cmdb cmdb, Ledger ledger, CiSchema schema) {
        this.cmdb = cmdb;
        this.ledger = ledger;
        this.schema = schema;
    }

    CiSchema schema() {
        return schema;
    }

    /** Looks up in one go who has which identity. */
    void prepareIdentities(Collection<String> digests) {
        List<String> unknown =
                digests.stream().filter(lookedFor::add).distinct().toList();
        if (!unknown.isEmpty()) {
            ledger.list(Query.of(CiIdentity.KIND, ledger.tenant(), CiIdentity.DIGEST.in(unknown)))
                    .forEach(identity -> claimed.putIfAbsent(identity.digest(), identity.ci()));
        }
    }

    /** Looks up in one go what items are like now. */
    void prepareStates(Collection<String> items) {
        if (!items.isEmpty()) {
            ledger.list(Query.of(
                            CiState.KIND,
                            ledger.tenant(),
                            CiState.CI.in(items).and(CiState.UNTIL.is(CiRelation.FOREVER))))
                    .forEach(state -> states.put(state.ci(), state));
        }
    }

    /** The item that has an identity, or null. */
    @Nullable String holder(String digest) {
        prepareIdentities(List.of(digest));
        return claimed.get(digest);
    }

    /** Records a new item. */
    ConfigurationItem create(RegisterItem input, String source) {
        String ciClass = Objects.requireNonNull(input.ciClass());
        CiClass declared = schema.get(ciClass);
        if (declared.isAbstract()) {
            throw new InvalidInput("ciClass", "CI_ABSTRACT", Map.of("value", ciClass));
        }
        Map<String, Object> values = schema.accept(ciClass, input.attributes());
        schema.checkRequired(ciClass, values.keySet());
        checkJunk(ciClass, values.keySet(), values);
        Stewardship stewardship =
                checked(stewardship(input.owner(), input.group(), input.location(), input.service()), null);
        ConfigurationItem item = new ConfigurationItem(
                ledger.newId(),
                ledger.tenant(),
                0,
                ciClass,
                schema.version(ciClass),
                Objects.requireNonNull(input.name()),
                start(ciClass, input.status()),
                input.environment(),
                input.criticality() == null ? Criticality.MEDIUM : input.criticality(),
                stewardship,
                held(ciClass, values, source),
                Certification.NONE,
                ledger.now(),
                ledger.now(),
                ledger.now(),
                ChainHead.NONE);
        claim(item, Set.of());
        ConfigurationItem added = ledger.add(cmdb.items(), item, "ItemRegistered", data(Map.of(), item, source));
        begin(added);
        return added;
    }

    private State start(String ciClass, @Nullable String wanted) {
        CiLifecycle lifecycle = schema.lifecycle(ciClass);
        String name = wanted == null ? lifecycle.initial() : wanted;
        List<State> starts = lifecycle.starts();
        return starts.stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(
                        "status",
                        "FIELD_OPTION",
                        Map.of("allowed", starts.stream().map(State::name).toList())));
    }

    private Map<String, CiValue> held(String ciClass, Map<String, Object> values, String source) {
        Map<String, CiValue> held = new TreeMap<>();
        values.forEach((key, value) -> held.put(key, held(ciClass, key, value, source)));
        return held;
    }

    /** A value as it will be kept. */
    CiValue held(String ciClass, String key, Object value, String source) {
        boolean isIndexed =
                schema.attribute(ciClass, key).map(CiAttribute::isIndexed).orElse(false);
        return new CiValue(value, source, ledger.now(), false, isIndexed);
    }

    static Stewardship stewardship(
            @Nullable String owner, @Nullable String group, @Nullable String location, @Nullable String service) {
        return new Stewardship(
                owner == null ? null : new PersonId(owner),
                group == null ? null : new GroupId(group),
                location,
                service);
    }

    /** Makes sure that location and service are what they should be, where they are new. */
    private Stewardship checked(Stewardship after, @Nullable Stewardship before) {
        String location = after.location();
        String service = after.service();
        if (location != null && (before == null || !location.equals(before.location()))) {
            checkKind("location", location);
        }
        if (service != null && (before == null || !service.equals(before.service()))) {
            checkKind("service", service);
        }
        return after;
    }

    private void checkKind(String field, String id) {
        boolean fits = ledger.find(cmdb.items(), id) // held, so that it does not end meanwhile
                .filter(item -> item.isLive() && schema.isA(item.ciClass(), field))
                .isPresent();
        if (!fits) {
            throw new InvalidInput(field, "UNKNOWN", Map.of("value", id));
        }
    }

    /** Changes what an item says of itself, as somebody asked. */
    ConfigurationItem update(ConfigurationItem before, UpdateItem input) {
        Map<String, Object> set = schema.accept(before.ciClass(), input.set());
        checkJunk(before.ciClass(), set.keySet(), set);
        Map<String, CiValue> values = new TreeMap<>(before.attributes());
        set.forEach((key, value) -> {
            CiValue was = values.get(key);
            boolean locked = was != null && was.isLocked();
            values.put(key, held(before.ciClass(), key, value, CiValue.MANUAL).locked(locked));
        });
        Set<String> clear = new TreeSet<>(input.clear());
        Stewardship was = before.stewardship();
        Stewardship given = stewardship(input.owner(), input.group(), input.location(), input.service());
        Stewardship stewardship = new Stewardship(
                clear.remove("owner") ? null : given.owner() == null ? was.owner() : given.owner(),
                clear.remove("group") ? null : given.group() == null ? was.group() : given.group(),
                clear.remove("location") ? null : given.location() == null ? was.location() : given.location(),
                clear.remove("service") ? null : given.service() == null ? was.service() : given.service());
        String environment = clear.remove("environment")
                ? null
                : input.environment() == null ? before.environment() : input.environment();
        for (String key : clear) {
            if (schema.attribute(before.ciClass(), key).isEmpty()) {
                throw schema.unknown(before.ciClass(), key);
            }
            values.remove(key);
        }
        schema.checkRequired(before.ciClass(), values.keySet());
        return change(
                before,
                before.described(
                                input.name() == null || input.name().isBlank() ? before.name() : input.name(),
                                environment,
                                input.criticality() == null ? before.criticality() : input.criticality(),
                                checked(stewardship, was))
                        .having(values),
                "ItemUpdated",
                CiValue.MANUAL);
    }

    /**
     * Moves an item to another status.
     *
     * @throws TransitionRefused with {@code TRANSITION} when the lifecycle of its class has no such move
     */
    ConfigurationItem move(ConfigurationItem before, String to, String event) {
        CiLifecycle lifecycle = schema.lifecycle(before.ciClass());
        List<String> allowed = lifecycle.after(before.status());
        State next = lifecycle
                .status(to)
                .filter(state -> allowed.contains(to))
                .orElseThrow(() -> new TransitionRefused(
                        "TRANSITION",
                        Map.of(
                                "action",
                                to,
                                "number",
                                before.name(),
                                "state",
                                before.status().label(),
                                "allowed",
                                allowed),
                        List.of(),
                        allowed));
        return change(before, before.in(next), event, CiValue.MANUAL);
    }

    /** Moves an item into another class. */
    ConfigurationItem reclassify(ConfigurationItem before, Reclassify input) {
        String next = Objects.requireNonNull(input.ciClass());
        if (schema.get(next).isAbstract()) {
            throw new InvalidInput("ciClass", "CI_ABSTRACT", Map.of("value", next));
        }
        Map<String, CiValue> values = new TreeMap<>(before.attributes());
        values.keySet().removeAll(input.drop());
        Map<String, Object> set = schema.accept(next, input.set());
        checkJunk(next, set.keySet(), set);
        set.forEach((key, value) -> values.put(key, held(next, key, value, CiValue.MANUAL)));
        Map<String, CiValue> refitted = refit(next, values);
        return change(
                before,
                before.of(next, schema.version(next), statusIn(next, before, input.status()))
                        .having(refitted),
                "ItemReclassified",
                CiValue.MANUAL);
    }

    private State statusIn(String ciClass, ConfigurationItem before, @Nullable String wanted) {
        CiLifecycle lifecycle = schema.lifecycle(ciClass);
        String name = wanted == null ? before.status().name() : wanted;
        State next = lifecycle
                .status(name)
                .orElseThrow(() -> new InvalidInput(
                        "status",
                        "FIELD_OPTION",
                        Map.of(
                                "allowed",
                                lifecycle.statuses().stream().map(State::name).toList())));
        if (next.category().isTerminal() != before.status().category().isTerminal()) {
            throw new RuleViolated("CI_STATUS_ENDS", Map.of("name", before.name(), "status", name));
        }
        return next;
    }

    /** The values as the class takes them now. */
    private Map<String, CiValue> refit(String ciClass, Map<String, CiValue> values) {
        Map<String, Object> plain = new TreeMap<>();
        values.forEach((key, value) -> plain.put(key, value.value()));
        Map<String, Object> accepted = schema.accept(ciClass, plain);
        schema.checkRequired(ciClass, accepted.keySet());
        Map<String, CiValue> refitted = new TreeMap<>();
        values.forEach((key, was) -> refitted.put(
                key,
                new CiValue(
                        Objects.requireNonNull(accepted.get(key)),
                        was.source(),
                        was.seenAt(),
                        was.isLocked(),
                        held(ciClass, key, was.value(), was.source()).isIndexed())));
        return refitted;
    }

    /** Brings an item to the present definition of its class. */
    ConfigurationItem migrate(ConfigurationItem before, ClassMigration migration) {
        String ciClass = before.ciClass();
        Map<String, CiValue> values = new TreeMap<>();
        before.attributes().forEach((key, value) -> {
            if (!migration.dropped().contains(key)) {
                values.put(migration.renamed().getOrDefault(key, key), value);
            }
        });
        migration.defaults().forEach((key, value) -> {
            if (schema.attribute(ciClass, key).isPresent()) {
                values.computeIfAbsent(key, k -> held(ciClass, key, value, CiValue.MANUAL));
            }
        });
        String status = before.status().name();
        return change(
                before,
                before.of(
                                ciClass,
                                schema.version(ciClass),
                                statusIn(ciClass, before, migration.statuses().getOrDefault(status, status)))
                        .having(refit(ciClass, values)),
                "ItemMigrated",
                CiValue.MANUAL);
    }

    /** Writes what an item is to be; a state that lasted for no time at all is not kept. */
    ConfigurationItem change(ConfigurationItem before, ConfigurationItem after, String event, String source) {
        Instant now = ledger.now();
        boolean differs = differs(before, after);
        Instant at = differs && now.isAfter(before.changedAt()) ? now : before.changedAt();
        ConfigurationItem timed = after.since(at, now.isAfter(before.lastSeenAt()) ? now : before.lastSeenAt());
        if (differs) {
            claim(timed, digests(before));
            roll(before, timed);
        }
        return ledger.change(cmdb.items(), before, timed, event, data(before.attributes(), timed, source));
    }

    private static boolean differs(ConfigurationItem before, ConfigurationItem after) {
        return !before.ciClass().equals(after.ciClass())
                || before.schema() != after.schema()
                || !before.name().equals(after.name())
                || !before.status().equals(after.status())
                || !Objects.equals(before.environment(), after.environment())
                || before.criticality() != after.criticality()
                || !before.stewardship().equals(after.stewardship())
                || !plain(before.attributes()).equals(plain(after.attributes()));
    }

    private static Map<String, Object> plain(Map<String, CiValue> values) {
        Map<String, Object> plain = new HashMap<>();
        values.forEach((key, value) -> plain.put(key, List.of(value.value(), value.source(), value.isLocked())));
        return plain;
    }

    private void roll(ConfigurationItem before, ConfigurationItem after) {
        if (!states.containsKey(before.id())) {
            prepareStates(List.of(before.id()));
        }
        CiState open = Objects.requireNonNull(states.get(before.id()), "an item has a present state");
        if (open.since().equals(after.changedAt())) {
            CiState same = CiState.of(open.id(), after);
            ledger.replace(CiState.KIND, open, same);
            states.put(after.id(), same);
        } else {
            ledger.replace(CiState.KIND, open, open.ended(after.changedAt()));
            begin(after);
        }
    }

    private void begin(ConfigurationItem item) {
        CiState state = CiState.of(ledger.newId(), item);
        ledger.insert(CiState.KIND, state);
        states.put(item.id(), state);
    }

    /** What tells an item apart. */
    Set<String> digests(ConfigurationItem item) {
        return digests(item.ciClass(), key -> text(item, key));
    }

    /** What would tell an item of the class with these values apart, the most telling first. */
    Set<String> digests(String ciClass, java.util.function.Function<String, @Nullable String> values) {
        Set<String> digests = new java.util.LinkedHashSet<>();
        for (Identifier identifier : schema.identifiers(ciClass)) {
            identifier.digest(values).ifPresent(digests::add);
        }
        return digests;
    }

    static @Nullable String text(ConfigurationItem item, String key) {
        return switch (key) {
            case "name" -> item.name();
            case "environment" -> item.environment();
            case "location" -> item.stewardship().location();
            default -> item.value(key).map(Object::toString).orElse(null);
        };
    }

    /** What is recorded under a key that a feed or an audit uses, as text, or null. */
    static @Nullable String fixedText(ConfigurationItem item, String key) {
        return switch (key) {
            case "criticality" -> item.criticality().name();
            case "status" -> item.status().name();
            case "owner" -> Objects.toString(item.stewardship().owner(), null);
            case "group" -> Objects.toString(item.stewardship().group(), null);
            case "service" -> item.stewardship().service();
            default -> text(item, key);
        };
    }

    /** Whether a feed may overwrite what is recorded under a key. */
    boolean mayOverwrite(ConfigurationItem item, String key, String source) {
        CiValue held = item.attributes().get(key);
        if (held != null) {
            return !held.isLocked() && cmdb.policy().mayOverwrite(key, source, held.source());
        }
        return !Planner.FIXED.contains(key)
                || fixedText(item, key) == null
                || cmdb.policy().mayOverwrite(key, source, CiValue.MANUAL);
    }

    private void claim(ConfigurationItem item, Set<String> before) {
        Set<String> after = digests(item);
        prepareIdentities(after);
        for (String digest : after) {
            String holder = claimed.get(digest);
            if (holder != null && !holder.equals(item.id())) {
                throw taken(item, digest);
            }
        }
        for (String digest : after) {
            if (!claimed.containsKey(digest)) {
                claimed.put(digest, item.id());
                ledger.insert(CiIdentity.KIND, new CiIdentity(ledger.newId(), ledger.tenant(), item.id(), digest));
            }
        }
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(after);
        if (!gone.isEmpty()) {
            ledger.list(Query.of(CiIdentity.KIND, ledger.tenant(), CiIdentity.DIGEST.in(gone)))
                    .forEach(identity -> {
                        claimed.remove(identity.digest());
                        ledger.remove(CiIdentity.KIND, identity);
                    });
        }
    }

    /** Makes an item known by another name that a feed has for it. */
    void alias(String digest, String item) {
        if (!claimed.containsKey(digest)) {
            claimed.put(digest, item);
            ledger.insert(CiIdentity.KIND, new CiIdentity(ledger.newId(), ledger.tenant(), item, digest));
        }
    }

    /** Lets others have what told an item apart. */
    void release(String item) {
        ledger.list(Query.of(CiIdentity.KIND, ledger.tenant(), CiIdentity.CI.is(item)))
                .forEach(identity -> ledger.remove(CiIdentity.KIND, identity));
    }

    private RuleViolated taken(ConfigurationItem item, String digest) {
        String which = schema.identifiers(item.ciClass()).stream()
                .filter(identifier -> identifier
                        .digest(key -> text(item, key))
                        .filter(digest::equals)
                        .isPresent())
                .map(Identifier::toString)
                .findFirst()
                .orElse("");
        return new RuleViolated("CI_IDENTITY_TAKEN", Map.of("name", item.name(), "keys", which));
    }

    private void checkJunk(String ciClass, Set<String> keys, Map<String, Object> values) {
        List<InvalidInput.Fault> faults = new ArrayList<>();
        Set<String> telling = new HashSet<>();
        schema.identifiers(ciClass).forEach(identifier -> telling.addAll(identifier.keys()));
        for (String key : keys) {
            if (telling.contains(key) && values.get(key) instanceof String text && JunkIdentifiers.isJunk(text)) {
                faults.add(new InvalidInput.Fault(CiValues.field(key), "CI_JUNK", Map.of("value", text)));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /**
     * What the journal says beyond the declared fields: which attributes changed, from what to what, and by which
     * source.
     */
    private static Map<String, Object> data(Map<String, CiValue> before, ConfigurationItem after, String source) {
        Map<String, Object> changed = new TreeMap<>();
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.attributes().keySet());
        for (String key : keys) {
            CiValue was = before.get(key);
            CiValue is = after.attributes().get(key);
            if (was == null || is == null || !was.value().equals(is.value()) || was.isLocked() != is.isLocked()) {
                changed.put(key, is == null ? "" : is.value().toString());
            }
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("source", source);
        if (!changed.isEmpty()) {
            data.put("attributes", changed);
        }
        return data;
    }
}
