package io.itsm4j.interop;

import org.jspecify.annotations.Nullable;

/**
 * A state as another system reads it. The status alone is coarser than the state; with the sub-status nothing is lost.
 *
 * @param status the status of the standard
 * @param subStatus the name of the state
 * @param reason why the ticket waits, or null
 */
public record ForeignStatus<S>(
        S status, String subStatus, @Nullable String reason) {}
