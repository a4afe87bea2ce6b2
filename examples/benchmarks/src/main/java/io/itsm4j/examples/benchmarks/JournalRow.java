package io.itsm4j.examples.benchmarks;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A journal entry. */
@Entity
@Table(name = "itsm_journal")
@Cacheable(false)
class JournalRow {

    @Id
    String id = "";

    String tenant = "";

    @Column(name = "subject_kind")
    String subjectKind = "";

    @Column(name = "subject_id")
    String subjectId = "";

    @Column(name = "sequence_number")
    long sequenceNumber;

    @Column(name = "event_name")
    String eventName = "";

    @Column(name = "action_name")
    String actionName = "";

    @Column(name = "occurred_at")
    long occurredAt;

    @Column(name = "recorded_at")
    long recordedAt;

    String actor = "";

    @Column(name = "result_version")
    long resultVersion;

    String canonical = "";

    String personal = "";

    @Column(name = "previous_hash")
    String previousHash = "";

    @Column(name = "entry_hash")
    String entryHash = "";

    @Column(name = "command_key")
    @Nullable String commandKey;

    @Column(name = "payload_hash")
    @Nullable String payloadHash;
}
