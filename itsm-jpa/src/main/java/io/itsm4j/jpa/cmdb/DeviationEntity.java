package io.itsm4j.jpa.cmdb;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One thing in which reality differs from the records. */
@Entity(name = "ItsmCiDeviation")
@Table(name = "itsm_ci_deviation")
@Cacheable(false)
class DeviationEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "audit_id", nullable = false, length = 36)
    String audit = "";

    @Column(name = "deviation_kind", nullable = false, length = 20)
    String deviationKind = "";

    @Column(name = "ci_id", length = 36)
    @Nullable String ci;

    @Column(name = "label", nullable = false, length = 200)
    String label = "";

    @Column(name = "attribute_key", length = 80)
    @Nullable String attributeKey;

    @Column(name = "expected_value", length = 2000)
    @Nullable String expected;

    @Column(name = "observed_value", length = 2000)
    @Nullable String observed;

    @Column(name = "change_id", length = 100)
    @Nullable String changeId;

    @Column(name = "disposition", nullable = false, length = 20)
    String disposition = "";

    @Column(name = "reason", length = 2000)
    @Nullable String reason;

    @Column(name = "ticket_id", length = 36)
    @Nullable String ticket;

    @Column(name = "decided_by", length = 100)
    @Nullable String decidedBy;

    @Column(name = "decided_at")
    @Nullable Long decidedAt;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    DeviationEntity() {}

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

    @Override
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getAudit() {
        return audit;
    }

    public void setAudit(String audit) {
        this.audit = audit;
    }

    public String getDeviationKind() {
        return deviationKind;
    }

    public void setDeviationKind(String deviationKind) {
        this.deviationKind = deviationKind;
    }

    public @Nullable String getCi() {
        return ci;
    }

    public void setCi(@Nullable String ci) {
        this.ci = ci;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public @Nullable String getAttributeKey() {
        return attributeKey;
    }

    public void setAttributeKey(@Nullable String attributeKey) {
        this.attributeKey = attributeKey;
    }

    public @Nullable String getExpected() {
        return expected;
    }

    public void setExpected(@Nullable String expected) {
        this.expected = expected;
    }

    public @Nullable String getObserved() {
        return observed;
    }

    public void setObserved(@Nullable String observed) {
        this.observed = observed;
    }

    public @Nullable String getChangeId() {
        return changeId;
    }

    public void setChangeId(@Nullable String changeId) {
        this.changeId = changeId;
    }

    public String getDisposition() {
        return disposition;
    }

    public void setDisposition(String disposition) {
        this.disposition = disposition;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getTicket() {
        return ticket;
    }

    public void setTicket(@Nullable String ticket) {
        this.ticket = ticket;
    }

    public @Nullable String getDecidedBy() {
        return decidedBy;
    }

    public void setDecidedBy(@Nullable String decidedBy) {
        this.decidedBy = decidedBy;
    }

    public @Nullable Long getDecidedAt() {
        return decidedAt;
    }

    public void setDecidedAt(@Nullable Long decidedAt) {
        this.decidedAt = decidedAt;
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
