package io.itsm4j.jpa.cmdb;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A comparison of what is recorded with what was found. */
@Entity(name = "ItsmCiAudit")
@Table(name = "itsm_ci_audit")
@Cacheable(false)
class AuditEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "audit_name", nullable = false, length = 200)
    String name = "";

    @Column(name = "expected_count", nullable = false)
    long expected;

    @Column(name = "observed_count", nullable = false)
    long observed;

    @Column(name = "matched_count", nullable = false)
    long matched;

    @Column(name = "exact_count", nullable = false)
    long exact;

    @Column(name = "deviations", nullable = false)
    long deviations;

    @Column(name = "audited_at", nullable = false)
    long auditedAt;

    @Column(name = "audited_by", nullable = false, length = 100)
    String auditedBy = "";

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    AuditEntity() {}

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

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public long getExpected() {
        return expected;
    }

    public void setExpected(long expected) {
        this.expected = expected;
    }

    public long getObserved() {
        return observed;
    }

    public void setObserved(long observed) {
        this.observed = observed;
    }

    public long getMatched() {
        return matched;
    }

    public void setMatched(long matched) {
        this.matched = matched;
    }

    public long getExact() {
        return exact;
    }

    public void setExact(long exact) {
        this.exact = exact;
    }

    public long getDeviations() {
        return deviations;
    }

    public void setDeviations(long deviations) {
        this.deviations = deviations;
    }

    public long getAuditedAt() {
        return auditedAt;
    }

    public void setAuditedAt(long auditedAt) {
        this.auditedAt = auditedAt;
    }

    public String getAuditedBy() {
        return auditedBy;
    }

    public void setAuditedBy(String auditedBy) {
        this.auditedBy = auditedBy;
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
