package io.itsm4j.jpa.change;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A template of standard changes. */
@Entity(name = "ItsmStandardChange")
@Table(name = "itsm_standard_change")
@Cacheable(false)
class StandardTemplateEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "template_name", nullable = false, length = 100)
    String name = "";

    @Column(name = "title", nullable = false, length = 200)
    String title = "";

    @Column(name = "template_reason", nullable = false, length = 1_000_000)
    String reason = "";

    @Column(name = "implementation_plan", length = 1_000_000)
    @Nullable String implementation;

    @Column(name = "test_plan", length = 1_000_000)
    @Nullable String test;

    @Column(name = "backout_plan", length = 1_000_000)
    @Nullable String backout;

    @Column(name = "communication_plan", length = 1_000_000)
    @Nullable String communication;

    @Column(name = "downtime_minutes", nullable = false)
    long downtimeMinutes;

    @Column(name = "state_name", nullable = false, length = 20)
    String state = "";

    @Column(name = "proposed_by", nullable = false, length = 100)
    String proposedBy = "";

    @Column(name = "decided_by", length = 100)
    @Nullable String decidedBy;

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    StandardTemplateEntity() {}

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

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public @Nullable String getImplementation() {
        return implementation;
    }

    public void setImplementation(@Nullable String implementation) {
        this.implementation = implementation;
    }

    public @Nullable String getTest() {
        return test;
    }

    public void setTest(@Nullable String test) {
        this.test = test;
    }

    public @Nullable String getBackout() {
        return backout;
    }

    public void setBackout(@Nullable String backout) {
        this.backout = backout;
    }

    public @Nullable String getCommunication() {
        return communication;
    }

    public void setCommunication(@Nullable String communication) {
        this.communication = communication;
    }

    public long getDowntimeMinutes() {
        return downtimeMinutes;
    }

    public void setDowntimeMinutes(long downtimeMinutes) {
        this.downtimeMinutes = downtimeMinutes;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getProposedBy() {
        return proposedBy;
    }

    public void setProposedBy(String proposedBy) {
        this.proposedBy = proposedBy;
    }

    public @Nullable String getDecidedBy() {
        return decidedBy;
    }

    public void setDecidedBy(@Nullable String decidedBy) {
        this.decidedBy = decidedBy;
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
