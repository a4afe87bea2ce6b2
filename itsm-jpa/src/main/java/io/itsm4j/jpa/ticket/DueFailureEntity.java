package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Due work that failed and waits to be tried again. */
@Entity(name = "ItsmDueFailure")
@Table(name = "itsm_due_failure")
@Cacheable(false)
class DueFailureEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 300)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "ticket_id", nullable = false, length = 36)
    String ticketId = "";

    @Column(name = "milestone", nullable = false, length = 200)
    String milestone = "";

    @Column(name = "attempts", nullable = false)
    long attempts;

    @Column(name = "failure_cause", nullable = false, length = 1000)
    String failureCause = "";

    @Column(name = "failed_at", nullable = false)
    long at;

    @Column(name = "retry_at", nullable = false)
    long retryAt;

    DueFailureEntity() {}

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

    public String getMilestone() {
        return milestone;
    }

    public void setMilestone(String milestone) {
        this.milestone = milestone;
    }

    public long getAttempts() {
        return attempts;
    }

    public void setAttempts(long attempts) {
        this.attempts = attempts;
    }

    public String getFailureCause() {
        return failureCause;
    }

    public void setFailureCause(String failureCause) {
        this.failureCause = failureCause;
    }

    public long getAt() {
        return at;
    }

    public void setAt(long at) {
        this.at = at;
    }

    public long getRetryAt() {
        return retryAt;
    }

    public void setRetryAt(long retryAt) {
        this.retryAt = retryAt;
    }
}
