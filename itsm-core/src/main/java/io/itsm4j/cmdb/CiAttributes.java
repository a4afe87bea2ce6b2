package io.itsm4j.cmdb;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.IndexedValue;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.TicketAttributes;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What configuration items can be asked for. Attributes of classes come from {@link CiSchema#indexed}. */
public final class CiAttributes {

    /** The primary key; sorts by the time of recording. */
    public static final Attribute<ConfigurationItem, String> ID =
            Attribute.text("id", ConfigurationItem::id).sorted();

    /** The name of the class; with {@link CiSchema#kindsOf} for a class and its descendants. */
    public static final Attribute<ConfigurationItem, String> CLASS =
            Attribute.text("ciClass", ConfigurationItem::ciClass);

    /** The name. */
    public static final Attribute<ConfigurationItem, String> NAME =
            Attribute.text("name", ConfigurationItem::name).sorted();

    /** Name and texts folded for search; {@link TicketAttributes#fold} the needle too. */
    public static final Attribute<ConfigurationItem, String> SEARCH_TEXT =
            Attribute.text("searchText", item -> TicketAttributes.fold(item.name()));

    /** The status. */
    public static final Attribute<ConfigurationItem, String> STATUS =
            Attribute.text("status", item -> item.status().name());

    /** The category of the status. */
    public static final Attribute<ConfigurationItem, StateCategory> STATUS_CATEGORY =
            Attribute.text("statusCategory", item -> item.status().category(), StateCategory::name);

    /** Whether it is there. */
    public static final Attribute<ConfigurationItem, Boolean> IS_LIVE =
            Attribute.flag("isLive", ConfigurationItem::isLive);

    /** The environment. */
    public static final Attribute<ConfigurationItem, String> ENVIRONMENT =
            Attribute.text("environment", ConfigurationItem::environment);

    /** How much hangs on it. */
    public static final Attribute<ConfigurationItem, Criticality> CRITICALITY =
            Attribute.number("criticality", ConfigurationItem::criticality, Criticality::rank);

    /** Who answers for it. */
    public static final Attribute<ConfigurationItem, PersonId> OWNER =
            Attribute.text("owner", item -> item.stewardship().owner(), PersonId::value);

    /** Who supports it. */
    public static final Attribute<ConfigurationItem, GroupId> GROUP =
            Attribute.text("group", item -> item.stewardship().group(), GroupId::value);

    /** Where it is. */
    public static final Attribute<ConfigurationItem, String> LOCATION =
            Attribute.text("location", item -> item.stewardship().location());

    /** The service it serves. */
    public static final Attribute<ConfigurationItem, String> SERVICE =
            Attribute.text("service", item -> item.stewardship().service());

    /** When its certification is due. */
    public static final Attribute<ConfigurationItem, Instant> CERTIFY_BY =
            Attribute.time("certifyBy", item -> item.certification().dueAt());

    /** Since when it is as it is. */
    public static final Attribute<ConfigurationItem, Instant> CHANGED_AT = Attribute.<ConfigurationItem>time(
                    "changedAt", ConfigurationItem::changedAt)
            .sorted();

    /** When it was last seen. */
    public static final Attribute<ConfigurationItem, Instant> LAST_SEEN_AT = Attribute.<ConfigurationItem>time(
                    "lastSeenAt", ConfigurationItem::lastSeenAt)
            .sorted();

    /** The version of the class under which it was last checked. */
    public static final Attribute<ConfigurationItem, Long> SCHEMA =
            Attribute.number("schema", ConfigurationItem::schema);

    /** How items are stored. */
    public static final RecordKind<ConfigurationItem> KIND = RecordKind.of(
                    "ci", ConfigurationItem.class, ConfigurationItem::id, ConfigurationItem::tenant)
            .with(ID, CLASS, NAME, SEARCH_TEXT, STATUS, STATUS_CATEGORY, IS_LIVE, ENVIRONMENT, CRITICALITY)
            .with(OWNER, GROUP, LOCATION, SERVICE, CERTIFY_BY, CHANGED_AT, LAST_SEEN_AT, SCHEMA)
            .indexing(CiAttributes::indexedValues);

    private CiAttributes() {}

    /** A class's attribute as one to search by. */
    static Attribute<ConfigurationItem, Object> of(CiAttribute attribute) {
        String key = attribute.key();
        return Attribute.many(
                "field." + key,
                attribute.type().plain(),
                item -> {
                    CiValue held = item.attributes().get(key);
                    return held == null || !held.isIndexed() ? List.of() : List.of(held.value());
                },
                value -> value);
    }

    private static Set<IndexedValue> indexedValues(ConfigurationItem item) {
        Set<IndexedValue> values = new HashSet<>();
        item.attributes().forEach((key, held) -> {
            if (held.isIndexed()) {
                values.add(new IndexedValue("field." + key, held.value()));
            }
        });
        return values;
    }
}
