package io.itsm4j.jpa.release;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One deployment of a release, or its rolling back. */
@Entity(name = "ItsmDeployment")
@Table(name = "itsm_deployment")
@Cacheable(false)
class DeploymentEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    private String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    private String tenant = "";

    @Column(name = "release_id", nullable = false, length = 36)
    private String releaseId = "";

    @Column(name = "environment", nullable = false, length = 100)
    private String environment = "";

    @Column(name = "is_production", nullable = false)
    private boolean production;

    @Column(name = "started_by", nullable = false, length = 100)
    private String startedBy = "";

    @Column(name = "started_at", nullable = false)
    private long startedAt;

    @Column(name = "ended_at")
    private @Nullable Long endedAt;

    @Column(name = "outcome", nullable = false, length = 20)
    private String outcome = "";

    @Column(name = "rollback_of", length = 36)
    private @Nullable String rollbackOf;

    @Column(name = "change_id", length = 36)
    private @Nullable String change;

    DeploymentEntity() {}

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

    public String getReleaseId() {
        return releaseId;
    }

    public void setReleaseId(String releaseId) {
        this.releaseId = releaseId;
    }

    public String getEnvironment() {
        return environment;
    }

    public void setEnvironment(String environment) {
        this.environment = environment;
    }

    public boolean isProduction() {
        return production;
    }

    public void setProduction(boolean production) {
        this.production = production;
    }

    public String getStartedBy() {
        return startedBy;
    }

    public void setStartedBy(String startedBy) {
        this.startedBy = startedBy;
    }

    public long getStartedAt() {
        return startedAt;
    }

    public void setStartedAt(long startedAt) {
        this.startedAt = startedAt;
    }

    public @Nullable Long getEndedAt() {
        return endedAt;
    }

    public void setEndedAt(@Nullable Long endedAt) {
        this.endedAt = endedAt;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
    }

    public @Nullable String getRollbackOf() {
        return rollbackOf;
    }

    public void setRollbackOf(@Nullable String rollbackOf) {
        this.rollbackOf = rollbackOf;
    }

    public @Nullable String getChange() {
        return change;
    }

    public void setChange(@Nullable String change) {
        this.change = change;
    }
}
