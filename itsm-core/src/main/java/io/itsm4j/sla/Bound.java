package io.itsm4j.sla;

/**
 * An agreement in one of its revisions.
 *
 * @param agreement what was agreed on
 * @param hash the content hash of the revision
 * @param revision its number
 */
public record Bound(Agreement agreement, String hash, long revision) {}
