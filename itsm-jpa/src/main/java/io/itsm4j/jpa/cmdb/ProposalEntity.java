package io.itsm4j.jpa.cmdb;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One thing that a reconciliation would do. */
@Entity(name = "ItsmCiProposal")
@Table(name = "itsm_ci_proposal")
@Cacheable(false)
class ProposalEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "plan_id", nullable = false, length = 36)
    String reconciliation = "";

    @Column(name = "sequence_number", nullable = false)
    long sequence;

    @Column(name = "feed_row", nullable = false)
    long rowNumber;

    @Column(name = "proposal_kind", nullable = false, length = 20)
    String proposalKind = "";

    @Column(name = "proposal_status", nullable = false, length = 20)
    String status = "";

    @Column(name = "ci_id", length = 36)
    @Nullable String ci;

    @Column(name = "feed_key", length = 200)
    @Nullable String feedKey;

    @Column(name = "digest", length = 32)
    @Nullable String digest;

    @Column(name = "label", nullable = false, length = 200)
    String label = "";

    @Column(name = "after_values", nullable = false, length = 1_000_000)
    String afterValues = "";

    @Column(name = "before_values", nullable = false, length = 1_000_000)
    String beforeValues = "";

    @Column(name = "fault_code", length = 60)
    @Nullable String fault;

    @Column(name = "fault_reason", length = 2000)
    @Nullable String reason;

    ProposalEntity() {}

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

    public String getReconciliation() {
        return reconciliation;
    }

    public void setReconciliation(String reconciliation) {
        this.reconciliation = reconciliation;
    }

    public long getSequence() {
        return sequence;
    }

    public void setSequence(long sequence) {
        this.sequence = sequence;
    }

    public long getRowNumber() {
        return rowNumber;
    }

    public void setRowNumber(long rowNumber) {
        this.rowNumber = rowNumber;
    }

    public String getProposalKind() {
        return proposalKind;
    }

    public void setProposalKind(String proposalKind) {
        this.proposalKind = proposalKind;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public @Nullable String getCi() {
        return ci;
    }

    public void setCi(@Nullable String ci) {
        this.ci = ci;
    }

    public @Nullable String getFeedKey() {
        return feedKey;
    }

    public void setFeedKey(@Nullable String feedKey) {
        this.feedKey = feedKey;
    }

    public @Nullable String getDigest() {
        return digest;
    }

    public void setDigest(@Nullable String digest) {
        this.digest = digest;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getAfterValues() {
        return afterValues;
    }

    public void setAfterValues(String afterValues) {
        this.afterValues = afterValues;
    }

    public String getBeforeValues() {
        return beforeValues;
    }

    public void setBeforeValues(String beforeValues) {
        this.beforeValues = beforeValues;
    }

    public @Nullable String getFault() {
        return fault;
    }

    public void setFault(@Nullable String fault) {
        this.fault = fault;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
