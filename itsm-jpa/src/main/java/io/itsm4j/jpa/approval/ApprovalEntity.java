package io.itsm4j.jpa.approval;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An approval, its policy and its opened steps as JSON text. */
@Entity(name = "ItsmApproval")
@Table(name = "itsm_approval")
@Cacheable(false)
class ApprovalEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "subject_kind", nullable = false, length = 40)
    String subjectKind = "";

    @Column(name = "subject_id", nullable = false, length = 36)
    String subjectId = "";

    @Column(name = "subject_label", nullable = false, length = 200)
    String subjectLabel = "";

    @Column(name = "state_name", nullable = false, length = 20)
    String state = "";

    @Column(name = "round_number", nullable = false)
    int roundNumber;

    @Column(name = "form_version", nullable = false)
    int form;

    @Column(name = "content_hash", nullable = false, length = 64)
    String hash = "";

    @Column(name = "policy_body", nullable = false, length = 1_000_000)
    String policy = "";

    @Column(name = "steps_body", nullable = false, length = 1_000_000)
    String opened = "";

    @Column(name = "step_place", nullable = false)
    int place;

    @Column(name = "requesters", nullable = false, length = 1_000_000)
    String requesters = "";

    @Column(name = "restricted_to", nullable = false, length = 1_000_000)
    String restrictedTo = "";

    @Column(name = "requested_by", nullable = false, length = 100)
    String requestedBy = "";

    @Column(name = "requested_at", nullable = false)
    long requestedAt;

    @Column(name = "decided_at")
    @Nullable Long decidedAt;

    @Column(name = "due_at", nullable = false)
    long dueAt;

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    ApprovalEntity() {}

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

    public String getSubjectLabel() {
        return subjectLabel;
    }

    public void setSubjectLabel(String subjectLabel) {
        this.subjectLabel = subjectLabel;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public int getRoundNumber() {
        return roundNumber;
    }

    public void setRoundNumber(int roundNumber) {
        this.roundNumber = roundNumber;
    }

    public int getForm() {
        return form;
    }

    public void setForm(int form) {
        this.form = form;
    }

    public String getHash() {
        return hash;
    }

    public void setHash(String hash) {
        this.hash = hash;
    }

    public String getPolicy() {
        return policy;
    }

    public void setPolicy(String policy) {
        this.policy = policy;
    }

    public String getOpened() {
        return opened;
    }

    public void setOpened(String opened) {
        this.opened = opened;
    }

    public int getPlace() {
        return place;
    }

    public void setPlace(int place) {
        this.place = place;
    }

    public String getRequesters() {
        return requesters;
    }

    public void setRequesters(String requesters) {
        this.requesters = requesters;
    }

    public String getRestrictedTo() {
        return restrictedTo;
    }

    public void setRestrictedTo(String restrictedTo) {
        this.restrictedTo = restrictedTo;
    }

    public String getRequestedBy() {
        return requestedBy;
    }

    public void setRequestedBy(String requestedBy) {
        this.requestedBy = requestedBy;
    }

    public long getRequestedAt() {
        return requestedAt;
    }

    public void setRequestedAt(long requestedAt) {
        this.requestedAt = requestedAt;
    }

    public @Nullable Long getDecidedAt() {
        return decidedAt;
    }

    public void setDecidedAt(@Nullable Long decidedAt) {
        this.decidedAt = decidedAt;
    }

    public long getDueAt() {
        return dueAt;
    }

    public void setDueAt(long dueAt) {
        this.dueAt = dueAt;
    }

    @Override
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    @Override
    public long getChainSequence() {
        return chainSequence;
    }

    public void setChainSequence(long chainSequence) {
        this.chainSequence = chainSequence;
    }

    @Override
    public String getChainHash() {
        return chainHash;
    }

    public void setChainHash(String chainHash) {
        this.chainHash = chainHash;
    }
}
