package io.itsm4j.jpa.journal;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An entry of a record's chain; never updated but to erase. */
@Entity(name = "ItsmJournal")
@Table(name = "itsm_journal")
@Cacheable(false)
class JournalEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "subject_kind", nullable = false, length = 40)
    String subjectKind = "";

    @Column(name = "subject_id", nullable = false, length = 36)
    String subjectId = "";

    @Column(name = "sequence_number", nullable = false)
    long sequence;

    @Column(name = "event_name", nullable = false, length = 100)
    String event = "";

    @Column(name = "action_name", nullable = false, length = 100)
    String action = "";

    @Column(name = "occurred_at", nullable = false)
    long occurredAt;

    @Column(name = "recorded_at", nullable = false)
    long recordedAt;

    @Column(name = "actor", nullable = false, length = 100)
    String actor = "";

    @Column(name = "result_version", nullable = false)
    long resultVersion;

    @Column(name = "canonical", nullable = false, length = 1_000_000)
    String canonical = "";

    @Column(name = "personal", nullable = false, length = 1_000_000)
    String personal = "";

    @Column(name = "previous_hash", nullable = false, length = 64)
    String previousHash = "";

    @Column(name = "entry_hash", nullable = false, length = 64)
    String hash = "";

    @Column(name = "command_key", length = 64)
    @Nullable String commandKey;

    @Column(name = "payload_hash", length = 64)
    @Nullable String payloadHash;

    JournalEntity() {}

    @Override
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    @Override
    public String getTenant() {
        return tenant;
    }

    public void setTenant(String tenant) {
        this.tenant = tenant;
    }

    public String getSubjectKind() {
        return subjectKind;
    }

    public void setSubjectKind(String subjectKind) {
        this.subjectKind = subjectKind;
    }

    public String getSubjectId() {
        return subjectId;
    }

    public void setSubjectId(String subjectId) {
        this.subjectId = subjectId;
    }

    public long getSequence() {
        return sequence;
    }

    public void setSequence(long sequence) {
        this.sequence = sequence;
    }

    public String getEvent() {
        return event;
    }

    public void setEvent(String event) {
        this.event = event;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public long getOccurredAt() {
        return occurredAt;
    }

    public void setOccurredAt(long occurredAt) {
        this.occurredAt = occurredAt;
    }

    public long getRecordedAt() {
        return recordedAt;
    }

    public void setRecordedAt(long recordedAt) {
        this.recordedAt = recordedAt;
    }

    public String getActor() {
        return actor;
    }

    public void setActor(String actor) {
        this.actor = actor;
    }

    public long getResultVersion() {
        return resultVersion;
    }

    public void setResultVersion(long resultVersion) {
        this.resultVersion = resultVersion;
    }

    public String getCanonical() {
        return canonical;
    }

    public void setCanonical(String canonical) {
        this.canonical = canonical;
    }

    public String getPersonal() {
        return personal;
    }

    public void setPersonal(String personal) {
        this.personal = personal;
    }

    public String getPreviousHash() {
        return previousHash;
    }

    public void setPreviousHash(String previousHash) {
        this.previousHash = previousHash;
    }

    public String getHash() {
        return hash;
    }

    public void setHash(String hash) {
        this.hash = hash;
    }

    public @Nullable String getCommandKey() {
        return commandKey;
    }

    public void setCommandKey(@Nullable String commandKey) {
        this.commandKey = commandKey;
    }

    public @Nullable String getPayloadHash() {
        return payloadHash;
    }

    public void setPayloadHash(@Nullable String payloadHash) {
        this.payloadHash = payloadHash;
    }
}
