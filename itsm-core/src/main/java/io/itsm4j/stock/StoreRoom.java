package io.itsm4j.stock;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.TicketAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A place where parts lie.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version
 * @param name one line, unique within the tenant whatever the case
 * @param location where it is, or null
 * @param keeper who looks after it, or null
 * @param open whether parts may be put there
 * @param chain the end of its journal
 */
public record StoreRoom(
        String id,
        TenantId tenant,
        long version,
        String name,
        @Nullable String location,
        @Nullable PersonId keeper,
        boolean open,
        ChainHead chain)
        implements Kept {

    /** The primary key. */
    public static final Attribute<StoreRoom, String> ID = Attribute.text("id", StoreRoom::id);

    /** The name. */
    public static final Attribute<StoreRoom, String> NAME =
            Attribute.text("name", StoreRoom::name).sorted();

    /** The name folded, by which it is told apart. */
    public static final Attribute<StoreRoom, String> NAME_KEY = Attribute.text(
            "nameKey", store -> TicketAttributes.fold(store.name().strip()));

    /** Who looks after it. */
    public static final Attribute<StoreRoom, PersonId> KEEPER =
            Attribute.text("keeper", StoreRoom::keeper, PersonId::value);

    /** Whether parts may be put there. */
    public static final Attribute<StoreRoom, Boolean> OPEN = Attribute.flag("open", StoreRoom::open);

    /** How stores are stored. */
    public static final RecordKind<StoreRoom> KIND = RecordKind.of(
                    "store-room", StoreRoom.class, StoreRoom::id, StoreRoom::tenant)
            .with(ID, NAME, OPEN, KEEPER)
            .unique(NAME_KEY);

    StoreRoom described(String newName, @Nullable String where, @Nullable PersonId who) {
        return new StoreRoom(id, tenant, version, newName, where, who, open, chain);
    }

    StoreRoom open(boolean isOpen) {
        return new StoreRoom(id, tenant, version, name, location, keeper, isOpen, chain);
    }

    StoreRoom stamped(long next, ChainHead head) {
        return new StoreRoom(id, tenant, next, name, location, keeper, open, head);
    }
}
