package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A task of a ticket. */
@Entity(name = "ItsmTask")
@Table(name = "itsm_task")
@Cacheable(false)
class TaskEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "ticket_id", nullable = false, length = 36)
    String ticketId = "";

    @Column(name = "title", nullable = false, length = 200)
    String title = "";

    @Column(name = "task_state", nullable = false, length = 20)
    String state = "";

    @Column(name = "support_group", length = 100)
    @Nullable String supportGroup;

    @Column(name = "assignee", length = 100)
    @Nullable String assignee;

    @Column(name = "due_at")
    @Nullable Long dueAt;

    @Column(name = "depends_on", nullable = false, length = 1_000_000)
    String dependsOn = "";

    @Column(name = "created_at", nullable = false)
    long createdAt;

    @Column(name = "ended_at")
    @Nullable Long endedAt;

    TaskEntity() {}

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

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public @Nullable String getSupportGroup() {
        return supportGroup;
    }

    public void setSupportGroup(@Nullable String supportGroup) {
        this.supportGroup = supportGroup;
    }

    public @Nullable String getAssignee() {
        return assignee;
    }

    public void setAssignee(@Nullable String assignee) {
        this.assignee = assignee;
    }

    public @Nullable Long getDueAt() {
        return dueAt;
    }

    public void setDueAt(@Nullable Long dueAt) {
        this.dueAt = dueAt;
    }

    public String getDependsOn() {
        return dependsOn;
    }

    public void setDependsOn(String dependsOn) {
        this.dependsOn = dependsOn;
    }

    public long getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(long createdAt) {
        this.createdAt = createdAt;
    }

    public @Nullable Long getEndedAt() {
        return endedAt;
    }

    public void setEndedAt(@Nullable Long endedAt) {
        this.endedAt = endedAt;
    }
}
