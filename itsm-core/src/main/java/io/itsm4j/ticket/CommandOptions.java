package io.itsm4j.ticket;

import org.jspecify.annotations.Nullable;

/**
 * How a command is to be carried out.
 *
 * @param expectedVersion the version the caller has seen, or null not to check
 * @param idempotencyKey a key that makes a repeat harmless, 1 to 100 characters, or null
 */
public record CommandOptions(
        @Nullable Long expectedVersion, @Nullable String idempotencyKey) {

    /** No check and no key. */
    public static final CommandOptions NONE = new CommandOptions(null, null);

    /** Refuses the command with {@code CONFLICT} unless the ticket still has this version. */
    public static CommandOptions expecting(long version) {
        return new CommandOptions(version, null);
    }

    /** Carries the command out at most once under this key, for this actor. */
    public static CommandOptions key(String key) {
        return new CommandOptions(null, key);
    }

    /** The same with a key. */
    public CommandOptions withKey(String key) {
        return new CommandOptions(expectedVersion, key);
    }
}
