package io.itsm4j.ticket;

import io.itsm4j.Conflict;
import io.itsm4j.InvalidInput;
import io.itsm4j.input.Reading;
import io.itsm4j.journal.Digests;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An idempotency key as it is looked up and kept.
 *
 * @param command the digest of actor and key, or null without one
 * @param payload the digest of the input, or null
 */
record CommandKey(@Nullable String command, @Nullable String payload) {

    static final CommandKey NONE = new CommandKey(null, null);

    /**
     * The key that the caller gave to a command, with what the command says; or with what the caller said of the whole
     * verb, where the command only is a part of it.
     *
     * @param subject the id of the record it is about; empty when it makes one
     * @throws InvalidInput when the key is blank or longer than {@value CommandOptions#KEY} characters
     */
    static CommandKey of(Acting acting, String type, Action action, String subject, Object input) {
        String key = acting.options().idempotencyKey();
        if (key == null) {
            return NONE;
        }
        if (key.isBlank() || key.length() > CommandOptions.KEY) {
            throw new InvalidInput(
                    "idempotencyKey", key.isBlank() ? "REQUIRED" : "TOO_LONG", Map.of("limit", CommandOptions.KEY));
        }
        String command = Digests.sha256(acting.actor().id().value(), key);
        Said said = acting.said();
        return new CommandKey(
                command,
                said == null
                        ? Digests.sha256(type, action.name(), subject, Reading.stable(input))
                        : Digests.sha256(type, said.verb().name(), "", Reading.stable(said.what())));
    }

    /**
     * The first entry of the command that had this key.
     *
     * @throws Conflict with {@code IDEMPOTENCY_MISMATCH} when that command said something else
     */
    Optional<JournalEntry> earlier(UnitOfWork work, Acting acting) {
        if (command == null) {
            return Optional.empty();
        }
        List<JournalEntry> found =
                work.list(Query.of(JournalEntry.KIND, acting.actor().tenant(), JournalEntry.COMMAND_KEY.is(command))
                        .limitedTo(1));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        JournalEntry entry = found.get(0);
        if (!Objects.equals(entry.payloadHash(), payload)) {
            throw new Conflict("IDEMPOTENCY_MISMATCH", Map.of("first", entry.action(), "at", entry.recordedAt()));
        }
        return Optional.of(entry);
    }
}
