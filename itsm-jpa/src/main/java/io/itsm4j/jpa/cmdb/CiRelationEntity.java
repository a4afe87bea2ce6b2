package io.itsm4j.jpa.cmdb;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How two items hang together, from one instant until another. */
@Entity(name = "ItsmCiRelation")
@Table(name = "itsm_ci_relation")
@Cacheable(false)
class CiRelationEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "from_id", nullable = false, length = 100)
    String fromId = "";

    @Column(name = "relation_type", nullable = false, length = 40)
    String relationType = "";

    @Column(name = "to_id", nullable = false, length = 100)
    String toId = "";

    @Column(name = "group_key", length = 160)
    @Nullable String groupKey;

    @Column(name = "needed", nullable = false)
    long needed;

    @Column(name = "source_name", nullable = false, length = 100)
    String source = "";

    @Column(name = "since_at", nullable = false)
    long sinceAt;

    @Column(name = "until_at", nullable = false)
    long untilAt;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    CiRelationEntity() {}

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

    public String getFromId() {
        return fromId;
    }

    public void setFromId(String fromId) {
        this.fromId = fromId;
    }

    public String getRelationType() {
        return relationType;
    }

    public void setRelationType(String relationType) {
        this.relationType = relationType;
    }

    public String getToId() {
        return toId;
    }

    public void setToId(String toId) {
        this.toId = toId;
    }

    public @Nullable String getGroupKey() {
        return groupKey;
    }

    public void setGroupKey(@Nullable String groupKey) {
        this.groupKey = groupKey;
    }

    public long getNeeded() {
        return needed;
    }

    public void setNeeded(long needed) {
        this.needed = needed;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public long getSinceAt() {
        return sinceAt;
    }

    public void setSinceAt(long sinceAt) {
        this.sinceAt = sinceAt;
    }

    public long getUntilAt() {
        return untilAt;
    }

    public void setUntilAt(long untilAt) {
        this.untilAt = untilAt;
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
