package io.itsm4j.journal;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that happened, as hosts receive it. The id is the journal entry's; a receiver that keeps it can tell a
 * repeated delivery.
 *
 * @param id UUIDv7 as text, the same at every delivery
 * @param tenant the tenant
 * @param subjectKind the kind of record
 * @param subjectId the record
 * @param sequence its place among the record's events, without gaps
 * @param name what happened, past tense
 * @param action the action that did it
 * @param occurredAt when it happened
 * @param recordedAt when it was written
 * @param actor who did it
 * @param version the record's version after it
 * @param changes the fields that changed
 * @param data further facts
 */
public record DomainEvent(
        String id,
        TenantId tenant,
        String subjectKind,
        String subjectId,
        long sequence,
        String name,
        String action,
        Instant occurredAt,
        Instant recordedAt,
        PersonId actor,
        long version,
        List<FieldChange> changes,
        Map<String, Object> data) {

    /** The event that an entry tells of. */
    public static DomainEvent of(JournalEntry entry) {
        return new DomainEvent(
                entry.id(),
                entry.tenant(),
                entry.subjectKind(),
                entry.subjectId(),
                entry.sequence(),
                entry.event(),
                entry.action(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.actor(),
                entry.resultVersion(),
                entry.changes(),
                entry.data());
    }
}
