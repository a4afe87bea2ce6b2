package io.itsm4j.cmdb;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;

/**
 * One of the things that tell an item apart, so that no second item can have it.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param ci the item
 * @param digest stands for class, keys and values
 */
public record CiIdentity(String id, TenantId tenant, String ci, String digest) {

    /** The item. */
    public static final Attribute<CiIdentity, String> CI = Attribute.text("ci", CiIdentity::ci);

    /** The digest. */
    public static final Attribute<CiIdentity, String> DIGEST = Attribute.text("digest", CiIdentity::digest);

    /** How identities are stored. */
    public static final RecordKind<CiIdentity> KIND = RecordKind.of(
                    "ci-identity", CiIdentity.class, CiIdentity::id, CiIdentity::tenant)
            .unique(DIGEST)
            .lookup(CI, DIGEST);
}
