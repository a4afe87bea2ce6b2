package io.itsm4j.ticket;

import io.itsm4j.lifecycle.Action;

/**
 * What the caller of a verb said, for which an idempotency key stands, whatever commands carry the verb out.
 *
 * @param verb the verb
 * @param what all that was said; never stored, only its digest is
 */
public record Said(Action verb, Object what) {}
