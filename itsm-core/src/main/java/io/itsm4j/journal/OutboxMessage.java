package io.itsm4j.journal;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that has yet to leave. The row goes when the sink has taken it.
 *
 * @param id the journal entry's id
 * @param tenant the tenant
 * @param subjectId the record, within which order holds
 * @param sequence the entry's place in the record
 * @param status where it stands
 * @param attempts how often the sink was tried with it in a row
 * @param nextAttemptAt when it may be claimed next; while claimed, when the claim runs out
 * @param lastError why the last attempt failed, at most 500 characters, or null
 */
public record OutboxMessage(
        String id,
        TenantId tenant,
        String subjectId,
        long sequence,
        Status status,
        long attempts,
        Instant nextAttemptAt,
        @Nullable String lastError) {

    /** Where a message stands. */
    public enum Status {
        /** Waiting, or claimed until {@code nextAttemptAt}. */
        PENDING,
        /** Given up after too many attempts; kept until the host decides. */
        DEAD
    }

    /** The primary key. */
    public static final Attribute<OutboxMessage, String> ID = Attribute.text("id", OutboxMessage::id);

    /** The record. */
    public static final Attribute<OutboxMessage, String> SUBJECT =
            Attribute.text("subjectId", OutboxMessage::subjectId);

    /** The place in the record. */
    public static final Attribute<OutboxMessage, Long> SEQUENCE =
            Attribute.number("sequence", OutboxMessage::sequence).sorted();

    /** The status by name. */
    public static final Attribute<OutboxMessage, Status> STATUS =
            Attribute.text("status", OutboxMessage::status, Status::name);

    /** When it may be claimed. */
    public static final Attribute<OutboxMessage, Instant> NEXT_ATTEMPT_AT =
            Attribute.time("nextAttemptAt", OutboxMessage::nextAttemptAt).sorted();

    /** How messages are stored. */
    public static final RecordKind<OutboxMessage> KIND = RecordKind.of(
                    "outbox", OutboxMessage.class, OutboxMessage::id, OutboxMessage::tenant)
            .with(ID, SEQUENCE, STATUS, NEXT_ATTEMPT_AT)
            .lookup(SUBJECT);

    /** The message that an entry is to be delivered by. */
    public static OutboxMessage of(JournalEntry entry) {
        return new OutboxMessage(
                entry.id(),
                entry.tenant(),
                entry.subjectId(),
                entry.sequence(),
                Status.PENDING,
                0,
                entry.recordedAt(),
                null);
    }

    /** The same, about to be tried. */
    OutboxMessage tried() {
        return new OutboxMessage(id, tenant, subjectId, sequence, status, attempts + 1, nextAttemptAt, lastError);
    }

    OutboxMessage failed(Status next, Instant retryAt, String error) {
        String cause = error.length() > 500 ? error.substring(0, 500) : error;
        return new OutboxMessage(id, tenant, subjectId, sequence, next, attempts, retryAt, cause);
    }

    OutboxMessage putOff(Instant until) {
        return new OutboxMessage(id, tenant, subjectId, sequence, status, attempts, until, lastError);
    }

    OutboxMessage revived(Instant now) {
        return new OutboxMessage(id, tenant, subjectId, sequence, Status.PENDING, 0, now, lastError);
    }
}
