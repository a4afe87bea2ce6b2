package io.itsm4j.stock;

import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.TicketAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A kind of thing that is stocked, used up and bought again.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param version the record's version
 * @param number the human number
 * @param name one line
 * @param code the number that the host or the maker has for it, unique within the tenant whatever the case, or null
 * @param unit what is counted, for example {@code piece} or {@code metre}
 * @param model what it fits or the maker's name for it, or null
 * @param manufacturer who makes it, or null
 * @param active whether it is still stocked
 * @param chain the end of its journal
 */
public record Part(
        String id,
        TenantId tenant,
        long version,
        String number,
        String name,
        @Nullable String code,
        String unit,
        @Nullable String model,
        @Nullable String manufacturer,
        boolean active,
        ChainHead chain)
        implements Kept {

    /** The most that one movement moves, and the most that lies in one store. */
    public static final long MOST = 1_000_000;

    /** The primary key. */
    public static final Attribute<Part, String> ID = Attribute.text("id", Part::id);

    /** The human number. */
    public static final Attribute<Part, String> NUMBER =
            Attribute.text("number", Part::number).sorted();

    /** The name. */
    public static final Attribute<Part, String> NAME =
            Attribute.text("name", Part::name).sorted();

    /** The host's or the maker's number, folded; {@link TicketAttributes#fold} the value too. */
    public static final Attribute<Part, String> CODE_KEY = Attribute.text("codeKey", part -> key(part.code()));

    /** Whether it is still stocked. */
    public static final Attribute<Part, Boolean> ACTIVE = Attribute.flag("active", Part::active);

    /** Name, number, code and model folded for search; {@link TicketAttributes#fold} the needle too. */
    public static final Attribute<Part, String> SEARCH_TEXT = Attribute.text(
            "searchText",
            part -> TicketAttributes.fold(
                    part.name() + " " + part.number() + " " + or(part.code()) + " " + or(part.model())));

    /** How parts are stored. */
    public static final RecordKind<Part> KIND = RecordKind.of("part", Part.class, Part::id, Part::tenant)
            .with(ID, NAME, ACTIVE, SEARCH_TEXT)
            .unique(NUMBER)
            .unique(CODE_KEY);

    private static @Nullable String key(@Nullable String code) {
        return code == null ? null : TicketAttributes.fold(code.strip());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    Part described(
            String newName,
            @Nullable String newCode,
            String newUnit,
            @Nullable String newModel,
            @Nullable String maker) {
        return new Part(id, tenant, version, number, newName, newCode, newUnit, newModel, maker, active, chain);
    }

    Part active(boolean stocked) {
        return new Part(id, tenant, version, number, name, code, unit, model, manufacturer, stocked, chain);
    }

    Part stamped(long next, ChainHead head) {
        return new Part(id, tenant, next, number, name, code, unit, model, manufacturer, active, head);
    }
}
