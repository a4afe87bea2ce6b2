package io.itsm4j.jpa.sla;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A waived breach. */
@Entity(name = "ItsmSlaWaiver")
@Table(name = "itsm_sla_waiver")
@Cacheable(false)
class WaiverEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "ticket_id", nullable = false, length = 36)
    String ticketId = "";

    @Column(name = "clock_id", nullable = false, length = 36)
    String clock = "";

    @Column(name = "agreement_key", nullable = false, length = 60)
    String agreement = "";

    @Column(name = "metric", nullable = false, length = 40)
    String metric = "";

    @Column(name = "breached_at", nullable = false)
    long breachedAt;

    @Column(name = "reason", nullable = false, length = 1_000_000)
    String reason = "";

    @Column(name = "approved_by", nullable = false, length = 100)
    String approvedBy = "";

    @Column(name = "approved_at", nullable = false)
    long approvedAt;

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    WaiverEntity() {}

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

    public String getTicketId() {
        return ticketId;
    }

    public void setTicketId(String ticketId) {
        this.ticketId = ticketId;
    }

    public String getClock() {
        return clock;
    }

    public void setClock(String clock) {
        this.clock = clock;
    }

    public String getAgreement() {
        return agreement;
    }

    public void setAgreement(String agreement) {
        this.agreement = agreement;
    }

    public String getMetric() {
        return metric;
    }

    public void setMetric(String metric) {
        this.metric = metric;
    }

    public long getBreachedAt() {
        return breachedAt;
    }

    public void setBreachedAt(long breachedAt) {
        this.breachedAt = breachedAt;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getApprovedBy() {
        return approvedBy;
    }

    public void setApprovedBy(String approvedBy) {
        this.approvedBy = approvedBy;
    }

    public long getApprovedAt() {
        return approvedAt;
    }

    public void setApprovedAt(long approvedAt) {
        this.approvedAt = approvedAt;
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
