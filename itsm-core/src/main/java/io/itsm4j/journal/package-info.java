/**
 * The record's timeline, audit trail and fact source: append-only entries over a canonical form, chained by hash per
 * record, sealed into a Merkle anchor per tenant, and the outbox by which events leave. Depends on the actor and the
 * storage port.
 */
@NullMarked
package io.itsm4j.journal;

import org.jspecify.annotations.NullMarked;
