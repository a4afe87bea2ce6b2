package io.itsm4j.cmdb;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.lifecycle.State;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an item was like from one instant until another. The present state is the one that has not ended.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param ci the item
 * @param ciClass its class
 * @param schema the version of the class
 * @param name its name
 * @param status its status
 * @param environment its environment, or null
 * @param criticality how much hung on it
 * @param stewardship who looked after it
 * @param attributes its values by key
 * @param since from when it was so
 * @param until from when it was so no longer; {@link CiRelation#FOREVER} for the present state
 */
public record CiState(
        String id,
        TenantId tenant,
        String ci,
        String ciClass,
        long schema,
        String name,
        State status,
        @Nullable String environment,
        Criticality criticality,
        Stewardship stewardship,
        Map<String, CiValue> attributes,
        Instant since,
        Instant until) {

    /** The primary key. */
    public static final Attribute<CiState, String> ID = Attribute.text("id", CiState::id);

    /** The item. */
    public static final Attribute<CiState, String> CI =
            Attribute.text("ci", CiState::ci).sorted();

    /** The class. */
    public static final Attribute<CiState, String> CLASS = Attribute.text("ciClass", CiState::ciClass);

    /** The name. */
    public static final Attribute<CiState, String> NAME = Attribute.text("name", CiState::name);

    /** Whether the item was there. */
    public static final Attribute<CiState, Boolean> IS_LIVE =
            Attribute.flag("isLive", state -> state.status().category().isOpen());

    /** Who answered for it. */
    public static final Attribute<CiState, PersonId> OWNER =
            Attribute.text("owner", state -> state.stewardship().owner(), PersonId::value);

    /** Who supported it. */
    public static final Attribute<CiState, GroupId> GROUP =
            Attribute.text("group", state -> state.stewardship().group(), GroupId::value);

    /** From when it was so. */
    public static final Attribute<CiState, Instant> SINCE =
            Attribute.<CiState>time("since", CiState::since).sorted();

    /** From when it was so no longer. */
    public static final Attribute<CiState, Instant> UNTIL = Attribute.time("until", CiState::until);

    /** How states are stored. */
    public static final RecordKind<CiState> KIND = RecordKind.of(
                    "ci-state", CiState.class, CiState::id, CiState::tenant)
            .with(ID, CLASS, NAME, IS_LIVE, OWNER, GROUP, UNTIL)
            .unique(CI, SINCE)
            .lookup(CI);

    /** Copies the attributes, in the order of their keys. */
    public CiState {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** The state an item is in. */
    static CiState of(String id, ConfigurationItem item) {
        return new CiState(
                id,
                item.tenant(),
                item.id(),
                item.ciClass(),
                item.schema(),
                item.name(),
                item.status(),
                item.environment(),
                item.criticality(),
                item.stewardship(),
                item.attributes(),
                item.changedAt(),
                CiRelation.FOREVER);
    }

    CiState looked(Stewardship after) {
        return new CiState(
                id,
                tenant,
                ci,
                ciClass,
                schema,
                name,
                status,
                environment,
                criticality,
                after,
                attributes,
                since,
                until);
    }

    CiState ended(Instant at) {
        return new CiState(
                id,
                tenant,
                ci,
                ciClass,
                schema,
                name,
                status,
                environment,
                criticality,
                stewardship,
                attributes,
                since,
                at);
    }

    /** The value of an attribute, or of a field that every item has. */
    Optional<CiValue> held(String key) {
        Object field = switch (key) {
            case "name" -> name;
            case "class" -> ciClass;
            case "status" -> status.name();
            case "environment" -> environment;
            case "criticality" -> criticality.name();
            case "owner" -> text(stewardship.owner());
            case "group" -> text(stewardship.group());
            case "location" -> stewardship.location();
            case "service" -> stewardship.service();
            default -> null;
        };
        return field == null
                ? Optional.ofNullable(attributes.get(key))
                : Optional.of(new CiValue(field, CiValue.MANUAL, since, false, false));
    }

    /** The same as text. */
    Optional<String> text(String key) {
        return held(key).map(value -> value.value().toString());
    }

    private static @Nullable String text(@Nullable Object reference) {
        return reference == null ? null : reference.toString();
    }

    /** What held at an instant. */
    static Criterion<CiState> at(Instant instant) {
        return UNTIL.after(instant).and(SINCE.atMost(instant));
    }
}
