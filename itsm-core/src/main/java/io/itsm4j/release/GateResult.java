package io.itsm4j.release;

import io.itsm4j.actor.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a gate; the last result of a gate counts.
 *
 * @param environment the environment it stands before
 * @param gate its name
 * @param passed whether it was passed
 * @param by who said so
 * @param at when
 * @param note what was found, or null
 */
public record GateResult(
        String environment,
        String gate,
        boolean passed,
        PersonId by,
        Instant at,
        @Nullable String note) {}
