package io.itsm4j.storage;

import io.itsm4j.actor.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Declares one kind of stored record: how it is identified, by what it can be asked for, what is unique. An adapter
 * needs nothing else to keep it, beyond its own mapping.
 *
 * @param <R> the record, immutable
 */
public final class RecordKind<R> {

    /** The name of the attribute that is the primary key, in every kind that can be asked for it. */
    public static final String ID = "id";

    private final String name;
    private final Class<R> type;
    private final Function<R, String> id;
    private final Function<R, TenantId> tenant;
    private final Map<String, Attribute<R, ?>> attributes = new LinkedHashMap<>();
    private final List<List<Attribute<R, ?>>> uniqueKeys = new ArrayList<>();
    private final List<Attribute<R, ?>> lookups = new ArrayList<>();
    private Function<R, Set<IndexedValue>> values = record -> Set.of();

    private RecordKind(String name, Class<R> type, Function<R, String> id, Function<R, TenantId> tenant) {
        this.name = name;
        this.type = type;
        this.id = id;
        this.tenant = tenant;
    }

    /**
     * Begins a declaration.
     *
     * @param name the stable name, lower case
     * @param type the record's class
     * @param id reads the primary key, unique across all tenants
     * @param tenant reads the tenant
     */
    public static <R> RecordKind<R> of(
            String name, Class<R> type, Function<R, String> id, Function<R, TenantId> tenant) {
        return new RecordKind<>(name, type, id, tenant);
    }

    /** Adds attributes that queries may name. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final RecordKind<R> with(Attribute<R, ?>... more) {
        for (Attribute<R, ?> attribute : more) {
            attributes.put(attribute.name(), attribute);
        }
        return this;
    }

    /**
     * Declares that within a tenant no two records share these values; a record with one of them absent is free of the
     * rule, as in SQL.
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final RecordKind<R> unique(Attribute<R, ?>... key) {
        uniqueKeys.add(List.of(key));
        return with(key);
    }

    /** Declares attributes that records are often looked up by with {@code is}; adapters index them. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final RecordKind<R> lookup(Attribute<R, ?>... keys) {
        lookups.addAll(List.of(keys));
        return with(keys);
    }

    /** Declares how the values of all attributes of many values are found, so that adapters can index them. */
    public RecordKind<R> indexing(Function<R, Set<IndexedValue>> reader) {
        values = reader;
        return this;
    }

    /** The same kind, asked for by further attributes that only some of its records have. */
    public RecordKind<R> plus(Collection<Attribute<R, ?>> more) {
        RecordKind<R> wider = new RecordKind<>(name, type, id, tenant);
        wider.attributes.putAll(attributes);
        more.forEach(attribute -> wider.attributes.put(attribute.name(), attribute));
        wider.uniqueKeys.addAll(uniqueKeys);
        wider.lookups.addAll(lookups);
        wider.values = values;
        return wider;
    }

    /** Whether queries may name the attribute. */
    public boolean accepts(Attribute<R, ?> attribute) {
        return attribute.equals(attributes.get(attribute.name()))
                || (attribute.isMany() && attribute.name().startsWith("field."));
    }

    /** What an adapter keeps for the attributes of many values. */
    public Set<IndexedValue> indexedValues(R record) {
        return values.apply(record);
    }

    /** The stable name. */
    public String name() {
        return name;
    }

    /** The record's class. */
    public Class<R> type() {
        return type;
    }

    /** The record's primary key. */
    public String idOf(R record) {
        return id.apply(record);
    }

    /** The record's tenant. */
    public TenantId tenantOf(R record) {
        return tenant.apply(record);
    }

    /** What it can be asked for, in the order of declaration. */
    public List<Attribute<R, ?>> attributes() {
        return List.copyOf(attributes.values());
    }

    /** An attribute by its name. */
    public Optional<Attribute<R, ?>> attribute(String attributeName) {
        return Optional.ofNullable(attributes.get(attributeName));
    }

    /** What is unique within a tenant. */
    public List<List<Attribute<R, ?>>> uniqueKeys() {
        return List.copyOf(uniqueKeys);
    }

    /** What records are often looked up by. */
    public List<Attribute<R, ?>> lookups() {
        return List.copyOf(lookups);
    }

    @Override
    public String toString() {
        return name;
    }
}
