package io.itsm4j.cmdb;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Every class of items and every type of relation of a tenant, resolved and checked. Immutable. A key means the same
 * type of value in every class that has it.
 */
public final class CiSchema {

    private final Map<String, CiClass> classes;
    private final Map<String, RelationType> relations;
    private final Map<String, Long> revisions;

    private CiSchema(Map<String, CiClass> classes, Map<String, RelationType> relations, Map<String, Long> revisions) {
        this.classes = classes;
        this.relations = relations;
        this.revisions = revisions;
    }

    /** What the library ships. */
    public static CiSchema shipped() {
        return ShippedSchema.SCHEMA;
    }

    /**
     * A schema of these.
     *
     * @throws InvalidInput naming every fault
     */
    static CiSchema of(Collection<CiClass> classes, Collection<RelationType> relations) {
        CiSchema schema = new CiSchema(new TreeMap<>(), new TreeMap<>(), Map.of());
        classes.forEach(each -> schema.classes.put(each.name(), each));
        relations.forEach(each -> schema.relations.put(each.name(), each));
        return schema.checked();
    }

    /**
     * The same with a class more, or with another definition of one, under the number of its revision.
     *
     * @throws InvalidInput naming every fault of the whole that comes of it
     */
    CiSchema with(CiClass more, long revision) {
        return plus(List.of(more), List.of(), Map.of(more.name(), revision)).checked();
    }

    /**
     * The same with a type of relation more, or with another definition of one.
     *
     * @throws InvalidInput naming every fault
     */
    CiSchema with(RelationType more) {
        return plus(List.of(), List.of(more), Map.of()).checked();
    }

    /** Whether nobody has defined anything. */
    boolean isShipped() {
        return classes.equals(ShippedSchema.SCHEMA.classes) && relations.equals(ShippedSchema.SCHEMA.relations);
    }

    /** The same with definitions that were checked when they were stored. */
    CiSchema plus(Collection<CiClass> more, Collection<RelationType> types, Map<String, Long> numbers) {
        CiSchema wider = new CiSchema(new TreeMap<>(classes), new TreeMap<>(relations), new TreeMap<>(revisions));
        more.forEach(each -> wider.classes.put(each.name(), each));
        types.forEach(each -> wider.relations.put(each.name(), each));
        wider.revisions.putAll(numbers);
        return wider;
    }

    private CiSchema checked() {
        List<InvalidInput.Fault> faults = SchemaFaults.of(this);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return this;
    }

    /** The classes by name. */
    public List<CiClass> classes() {
        return List.copyOf(classes.values());
    }

    /** The types of relation by name. */
    public List<RelationType> relationTypes() {
        return List.copyOf(relations.values());
    }

    /** A class by its name. */
    public Optional<CiClass> find(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /**
     * A class by its name.
     *
     * @throws InvalidInput with {@code UNKNOWN} when there is none
     */
    public CiClass get(String name) {
        return find(name).orElseThrow(() -> new InvalidInput("ciClass", "UNKNOWN", Map.of("value", name)));
    }

    /** A type of relation by its name. */
    public Optional<RelationType> findRelation(String name) {
        return Optional.ofNullable(relations.get(name));
    }

    /**
     * A type of relation by its name.
     *
     * @throws InvalidInput with {@code UNKNOWN} when there is none
     */
    public RelationType relation(String name) {
        return findRelation(name).orElseThrow(() -> new InvalidInput("type", "UNKNOWN", Map.of("value", name)));
    }

    /** The names of the types of relation that satisfy a condition. */
    Set<String> relationsThat(Predicate<RelationType> condition) {
        Set<String> names = new TreeSet<>();
        relations.values().stream().filter(condition).forEach(type -> names.add(type.name()));
        return names;
    }

    /** The class and its ancestors, nearest first; ends at an ancestor that is not known. */
    List<CiClass> line(String name) {
        List<CiClass> line = new ArrayList<>();
        CiClass at = classes.get(name);
        while (at != null && !line.contains(at)) {
            line.add(at);
            at = at.parent() == null ? null : classes.get(at.parent());
        }
        return line;
    }

    /** Whether the class is the other one or descends from it. */
    public boolean isA(String name, String ancestor) {
        return line(name).stream().anyMatch(each -> each.name().equals(ancestor));
    }

    /** The class and all that descend from it, by name. */
    public Set<String> kindsOf(String name) {
        Set<String> kinds = new TreeSet<>();
        classes.keySet().stream().filter(each -> isA(each, name)).forEach(kinds::add);
        return kinds;
    }

    /**
     * Which definition of the class holds: 1 as shipped or as first defined, and one more for every new definition of
     * it or of an ancestor.
     */
    public long version(String name) {
        long version = 1;
        for (CiClass each : line(name)) {
            long defined = revisions.getOrDefault(each.name(), 0L);
            boolean isShipped = ShippedSchema.NAMES.contains(each.name());
            version += isShipped ? defined : Math.max(0, defined - 1);
        }
        return version;
    }

    /** What items of the class have, by key; those of the ancestors first. */
    public List<CiAttribute> attributes(String name) {
        Map<String, CiAttribute> all = new LinkedHashMap<>();
        List<CiClass> line = line(name);
        for (int i = line.size() - 1; i >= 0; i--) {
            line.get(i).attributes().forEach(attribute -> all.put(attribute.key(), attribute));
        }
        return List.copyOf(all.values());
    }

    /** An attribute of a class. */
    public Optional<CiAttribute> attribute(String name, String key) {
        return line(name).stream()
                .flatMap(each -> each.attributes().stream())
                .filter(attribute -> attribute.key().equals(key))
                .findFirst();
    }

    /** The statuses of the class. */
    public CiLifecycle lifecycle(String name) {
        for (CiClass each : line(name)) {
            CiLifecycle own = each.lifecycle();
            if (own != null) {
                return own;
            }
        }
        return CiLifecycle.STANDARD;
    }

    /** What tells the items of the class apart, its own and its ancestors'. */
    public List<Identifier> identifiers(String name) {
        return line(name).stream()
                .flatMap(each -> each.identifiers().stream().map(keys -> new Identifier(each.name(), keys)))
                .toList();
    }

    /**
     * The attribute to search items by.
     *
     * @throws InvalidInput with {@code QUERY_FILTER} when no class declares it indexed
     */
    public Attribute<ConfigurationItem, Object> indexed(String key) {
        return classes.values().stream()
                .flatMap(each -> each.attributes().stream())
                .filter(attribute -> attribute.key().equals(key) && attribute.isIndexed())
                .findFirst()
                .map(CiAttributes::of)
                .orElseThrow(() ->
                        new InvalidInput("filter", "QUERY_FILTER", Map.of("what", "field." + key, "limit", "indexed")));
    }

    /** Whether the type may join items of these classes. */
    public boolean joins(RelationType type, String from, String to) {
        return type.pairs().isEmpty()
                || type.pairs().stream().anyMatch(pair -> isA(from, pair.from()) && isA(to, pair.to()));
    }

    /**
     * Values in their plain form.
     *
     * @param name the class
     * @param given values by key
     * @throws InvalidInput naming every value that the class does not take
     */
    Map<String, Object> accept(String name, Map<String, ?> given) {
        Map<String, Object> accepted = new TreeMap<>();
        List<InvalidInput.Fault> faults = new ArrayList<>();
        for (String key : new TreeSet<>(given.keySet())) {
            try {
                Object value = given.get(key);
                CiAttribute attribute = attribute(name, key).orElseThrow(() -> unknown(name, key));
                if (value == null) {
                    throw new InvalidInput(CiValues.field(key), "REQUIRED", Map.of());
                }
                accepted.put(key, CiValues.accept(attribute, value));
            } catch (InvalidInput broken) {
                faults.addAll(broken.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return accepted;
    }

    /**
     * Makes sure that an item of the class has what it must have.
     *
     * @throws InvalidInput naming every missing one
     */
    void checkRequired(String name, Set<String> present) {
        List<InvalidInput.Fault> faults = attributes(name).stream()
                .filter(attribute -> attribute.isRequired() && !present.contains(attribute.key()))
                .map(attribute -> new InvalidInput.Fault(CiValues.field(attribute.key()), "REQUIRED"))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    InvalidInput unknown(String name, String key) {
        Set<String> known = new LinkedHashSet<>();
        attributes(name).forEach(attribute -> known.add(attribute.key()));
        return new InvalidInput(CiValues.field(key), "FIELD_UNKNOWN", Map.of("allowed", known));
    }
}
