package io.itsm4j.journal;

import io.itsm4j.actor.TenantId;
import java.time.Instant;

/**
 * The seal over all record heads of a tenant at an instant, to be kept outside the database.
 *
 * @param tenant the tenant
 * @param at when it was taken
 * @param records how many records it covers
 * @param root the Merkle root, 64 hexadecimal digits
 */
public record Anchor(TenantId tenant, Instant at, long records, String root) {}
