package io.itsm4j.jpa.cmdb;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A configuration item. */
@Entity(name = "ItsmCi")
@Table(name = "itsm_ci")
@Cacheable(false)
class CiEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "ci_class", nullable = false, length = 40)
    String ciClass = "";

    @Column(name = "schema_version", nullable = false)
    long schema;

    @Column(name = "ci_name", nullable = false, length = 200)
    String name = "";

    @Column(name = "search_text", nullable = false, length = 800)
    String searchText = "";

    @Column(name = "status_name", nullable = false, length = 40)
    String status = "";

    @Column(name = "status_category", nullable = false, length = 20)
    String statusCategory = "";

    @Column(name = "is_live", nullable = false)
    boolean isLive;

    @Column(name = "environment", length = 40)
    @Nullable String environment;

    @Column(name = "criticality", nullable = false)
    long criticality;

    @Column(name = "owner", length = 100)
    @Nullable String owner;

    @Column(name = "support_group", length = 100)
    @Nullable String supportGroup;

    @Column(name = "location_id", length = 100)
    @Nullable String location;

    @Column(name = "service_id", length = 100)
    @Nullable String service;

    @Column(name = "ci_attributes", nullable = false, length = 1_000_000)
    String attributes = "";

    @Column(name = "certified_at")
    @Nullable Long certifiedAt;

    @Column(name = "certified_by", length = 100)
    @Nullable String certifiedBy;

    @Column(name = "certify_by_at")
    @Nullable Long certifyBy;

    @Column(name = "created_at", nullable = false)
    long createdAt;

    @Column(name = "changed_at", nullable = false)
    long changedAt;

    @Column(name = "last_seen_at", nullable = false)
    long lastSeenAt;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    CiEntity() {}

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

    public String getCiClass() {
        return ciClass;
    }

    public void setCiClass(String ciClass) {
        this.ciClass = ciClass;
    }

    public long getSchema() {
        return schema;
    }

    public void setSchema(long schema) {
        this.schema = schema;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSearchText() {
        return searchText;
    }

    public void setSearchText(String searchText) {
        this.searchText = searchText;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getStatusCategory() {
        return statusCategory;
    }

    public void setStatusCategory(String statusCategory) {
        this.statusCategory = statusCategory;
    }

    public boolean isLive() {
        return isLive;
    }

    public void setLive(boolean isLive) {
        this.isLive = isLive;
    }

    public @Nullable String getEnvironment() {
        return environment;
    }

    public void setEnvironment(@Nullable String environment) {
        this.environment = environment;
    }

    public long getCriticality() {
        return criticality;
    }

    public void setCriticality(long criticality) {
        this.criticality = criticality;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public void setOwner(@Nullable String owner) {
        this.owner = owner;
    }

    public @Nullable String getSupportGroup() {
        return supportGroup;
    }

    public void setSupportGroup(@Nullable String supportGroup) {
        this.supportGroup = supportGroup;
    }

    public @Nullable String getLocation() {
        return location;
    }

    public void setLocation(@Nullable String location) {
        this.location = location;
    }

    public @Nullable String getService() {
        return service;
    }

    public void setService(@Nullable String service) {
        this.service = service;
    }

    public String getAttributes() {
        return attributes;
    }

    public void setAttributes(String attributes) {
        this.attributes = attributes;
    }

    public @Nullable Long getCertifiedAt() {
        return certifiedAt;
    }

    public void setCertifiedAt(@Nullable Long certifiedAt) {
        this.certifiedAt = certifiedAt;
    }

    public @Nullable String getCertifiedBy() {
        return certifiedBy;
    }

    public void setCertifiedBy(@Nullable String certifiedBy) {
        this.certifiedBy = certifiedBy;
    }

    public @Nullable Long getCertifyBy() {
        return certifyBy;
    }

    public void setCertifyBy(@Nullable Long certifyBy) {
        this.certifyBy = certifyBy;
    }

    public long getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(long createdAt) {
        this.createdAt = createdAt;
    }

    public long getChangedAt() {
        return changedAt;
    }

    public void setChangedAt(long changedAt) {
        this.changedAt = changedAt;
    }

    public long getLastSeenAt() {
        return lastSeenAt;
    }

    public void setLastSeenAt(long lastSeenAt) {
        this.lastSeenAt = lastSeenAt;
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
