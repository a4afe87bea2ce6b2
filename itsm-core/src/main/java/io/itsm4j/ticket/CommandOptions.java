package io.itsm4j.ticket;

import io.itsm4j.journal.Digests;
import org.jspecify.annotations.Nullable;

/**
 * How a command is to be carried out.
 *
 * @param expectedVersion the version the caller has seen, or null not to check
 * @param idempotencyKey a key that makes a repeat harmless, 1 to 100 characters, or null
 */
public record CommandOptions(
        @Nullable Long expectedVersion, @Nullable String idempotencyKey) {

    /** The most characters of a key. */
    static final int KEY = 100;

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

    /**
     * The same for one of several commands under one key: the key is then that command's own, so that all of them can
     * be sent again together.
     *
     * @param part what tells the command apart, for example the id of its ticket
     */
    public CommandOptions forPart(String part) {
        String key = idempotencyKey;
        if (key == null || key.isBlank() || key.length() > KEY) {
            return this;
        }
        return withKey(Digests.sha256(key, part));
    }

    CommandOptions seen(@Nullable Long version) {
        return new CommandOptions(version, idempotencyKey);
    }

    /** The same with a key. */
    public CommandOptions withKey(String key) {
        return new CommandOptions(expectedVersion, key);
    }
}
