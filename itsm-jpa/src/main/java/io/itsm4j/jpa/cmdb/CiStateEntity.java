package io.itsm4j.jpa.cmdb;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What an item was like from one instant until another. */
@Entity(name = "ItsmCiState")
@Table(name = "itsm_ci_state")
@Cacheable(false)
class CiStateEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "ci_id", nullable = false, length = 36)
    String ci = "";

    @Column(name = "ci_class", nullable = false, length = 40)
    String ciClass = "";

    @Column(name = "schema_version", nullable = false)
    long schema;

    @Column(name = "ci_name", nullable = false, length = 200)
    String name = "";

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

    @Column(name = "since_at", nullable = false)
    long sinceAt;

    @Column(name = "until_at", nullable = false)
    long untilAt;

    CiStateEntity() {}

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

    public String getCi() {
        return ci;
    }

    public void setCi(String ci) {
        this.ci = ci;
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
}
