package io.itsm4j.jpa.cmdb;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a feed would do to the records. */
@Entity(name = "ItsmCiReconciliation")
@Table(name = "itsm_ci_plan")
@Cacheable(false)
class ReconciliationEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "source_name", nullable = false, length = 100)
    String source = "";

    @Column(name = "plan_status", nullable = false, length = 20)
    String status = "";

    @Column(name = "row_count", nullable = false)
    long rowCount;

    @Column(name = "faults", nullable = false)
    long faults;

    @Column(name = "changes", nullable = false)
    long changes;

    @Column(name = "progress", nullable = false)
    long progress;

    @Column(name = "planned_by", nullable = false, length = 100)
    String plannedBy = "";

    @Column(name = "planned_at", nullable = false)
    long plannedAt;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    ReconciliationEntity() {}

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

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public long getRowCount() {
        return rowCount;
    }

    public void setRowCount(long rowCount) {
        this.rowCount = rowCount;
    }

    public long getFaults() {
        return faults;
    }

    public void setFaults(long faults) {
        this.faults = faults;
    }

    public long getChanges() {
        return changes;
    }

    public void setChanges(long changes) {
        this.changes = changes;
    }

    public long getProgress() {
        return progress;
    }

    public void setProgress(long progress) {
        this.progress = progress;
    }

    public String getPlannedBy() {
        return plannedBy;
    }

    public void setPlannedBy(String plannedBy) {
        this.plannedBy = plannedBy;
    }

    public long getPlannedAt() {
        return plannedAt;
    }

    public void setPlannedAt(long plannedAt) {
        this.plannedAt = plannedAt;
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
