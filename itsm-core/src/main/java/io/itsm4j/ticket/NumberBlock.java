package io.itsm4j.ticket;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;

/**
 * How far the human numbers of a tenant and prefix are given out.
 *
 * @param id tenant and prefix, joined by a space
 * @param tenant the tenant
 * @param prefix the number's prefix
 * @param next the first number that no node has leased
 */
public record NumberBlock(String id, TenantId tenant, String prefix, long next) {

    /** The primary key. */
    public static final Attribute<NumberBlock, String> ID = Attribute.text("id", NumberBlock::id);

    /** How blocks are stored. */
    public static final RecordKind<NumberBlock> KIND = RecordKind.of(
                    "number", NumberBlock.class, NumberBlock::id, NumberBlock::tenant)
            .with(ID);

    static String idOf(TenantId tenant, String prefix) {
        return tenant + " " + prefix;
    }

    NumberBlock leased(long count) {
        return new NumberBlock(id, tenant, prefix, next + count);
    }
}
