package io.itsm4j.journal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command has to say for the journal, before it is chained.
 *
 * @param event what happened, past tense
 * @param action the action that did it
 * @param changes the changes of fields
 * @param data further facts; personal values as {@link Personal}
 * @param commandKey the digest of actor and idempotency key, or null
 * @param payloadHash the digest of the input, or null
 */
public record Facts(
        String event,
        String action,
        List<FieldChange> changes,
        Map<String, ?> data,
        @Nullable String commandKey,
        @Nullable String payloadHash) {}
