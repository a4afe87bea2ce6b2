package io.itsm4j.jpa.release;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What only a release has, in columns for questions and reports; the ticket itself carries it as JSON. */
@Entity(name = "ItsmRelease")
@Table(name = "itsm_release")
@Cacheable(false)
class ReleaseEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "release_version", length = 100)
    @Nullable String version;

    @Column(name = "environments", nullable = false, length = 1_000_000)
    String environments = "";

    @Column(name = "gates", nullable = false, length = 1_000_000)
    String gates = "";

    @Column(name = "approvals", nullable = false, length = 1_000_000)
    String approvals = "";

    @Column(name = "configuration", nullable = false, length = 1_000_000)
    String configuration = "";

    @Column(name = "planned_from")
    @Nullable Long from;

    @Column(name = "planned_to")
    @Nullable Long to;

    @Column(name = "backout_plan", length = 1_000_000)
    @Nullable String backout;

    @Column(name = "running_id", length = 36)
    @Nullable String running;

    @Column(name = "deployed", nullable = false, length = 1_000_000)
    String deployed = "";

    @Column(name = "is_written", nullable = false)
    boolean written;

    @Column(name = "baseline_before", length = 200)
    @Nullable String baselineBefore;

    @Column(name = "baseline_after", length = 200)
    @Nullable String baselineAfter;

    @Column(name = "review", length = 1_000_000)
    @Nullable String review;

    ReleaseEntity() {}

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

    public @Nullable String getVersion() {
        return version;
    }

    public void setVersion(@Nullable String version) {
        this.version = version;
    }

    public String getEnvironments() {
        return environments;
    }

    public void setEnvironments(String environments) {
        this.environments = environments;
    }

    public String getGates() {
        return gates;
    }

    public void setGates(String gates) {
        this.gates = gates;
    }

    public String getApprovals() {
        return approvals;
    }

    public void setApprovals(String approvals) {
        this.approvals = approvals;
    }

    public String getConfiguration() {
        return configuration;
    }

    public void setConfiguration(String configuration) {
        this.configuration = configuration;
    }

    public @Nullable Long getFrom() {
        return from;
    }

    public void setFrom(@Nullable Long from) {
        this.from = from;
    }

    public @Nullable Long getTo() {
        return to;
    }

    public void setTo(@Nullable Long to) {
        this.to = to;
    }

    public @Nullable String getBackout() {
        return backout;
    }

    public void setBackout(@Nullable String backout) {
        this.backout = backout;
    }

    public @Nullable String getRunning() {
        return running;
    }

    public void setRunning(@Nullable String running) {
        this.running = running;
    }

    public String getDeployed() {
        return deployed;
    }

    public void setDeployed(String deployed) {
        this.deployed = deployed;
    }

    public boolean isWritten() {
        return written;
    }

    public void setWritten(boolean written) {
        this.written = written;
    }

    public @Nullable String getBaselineBefore() {
        return baselineBefore;
    }

    public void setBaselineBefore(@Nullable String baselineBefore) {
        this.baselineBefore = baselineBefore;
    }

    public @Nullable String getBaselineAfter() {
        return baselineAfter;
    }

    public void setBaselineAfter(@Nullable String baselineAfter) {
        this.baselineAfter = baselineAfter;
    }

    public @Nullable String getReview() {
        return review;
    }

    public void setReview(@Nullable String review) {
        this.review = review;
    }
}
