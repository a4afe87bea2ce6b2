package io.itsm4j.examples.benchmarks;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A ticket as somebody would map the table by hand. */
@Entity
@Table(name = "itsm_ticket")
@Cacheable(false)
class TicketRow {

    @Id
    String id = "";

    String tenant = "";

    @Column(name = "ticket_number")
    String ticketNumber = "";

    @Column(name = "ticket_type")
    String ticketType = "";

    @Column(name = "lifecycle_version")
    int lifecycleVersion;

    @Column(name = "state_name")
    String stateName = "";

    @Column(name = "state_category")
    String stateCategory = "";

    @Column(name = "is_open")
    boolean isOpen;

    @Version
    @Column(name = "record_version")
    long recordVersion;

    String title = "";

    String description = "";

    @Column(name = "search_text")
    String searchText = "";

    String requester = "";

    @Column(name = "opened_for")
    String openedFor = "";

    @Column(name = "opened_by")
    String openedBy = "";

    @Column(name = "organisation_unit")
    @Nullable String organisationUnit;

    String channel = "";

    String watchers = "";

    @Nullable String category;

    @Column(name = "service_ref")
    @Nullable String serviceRef;

    String cis = "";

    long impact;

    long urgency;

    long priority;

    @Column(name = "override_reason")
    @Nullable String overrideReason;

    String tags = "";

    @Column(name = "support_group")
    @Nullable String supportGroup;

    @Nullable String assignee;

    @Column(name = "support_tier")
    long supportTier;

    int reassignments;

    int escalations;

    @Column(name = "created_at")
    long createdAt;

    @Column(name = "opened_at")
    long openedAt;

    @Column(name = "updated_at")
    long updatedAt;

    @Column(name = "updated_by")
    String updatedBy = "";

    @Column(name = "first_responded_at")
    @Nullable Long firstRespondedAt;

    @Column(name = "pending_since")
    @Nullable Long pendingSince;

    @Column(name = "resolved_at")
    @Nullable Long resolvedAt;

    @Column(name = "closed_at")
    @Nullable Long closedAt;

    int reopens;

    @Column(name = "archived_at")
    @Nullable Long archivedAt;

    @Column(name = "is_archived")
    boolean isArchived;

    @Column(name = "parent_id")
    @Nullable String parentId;

    @Column(name = "merged_into_id")
    @Nullable String mergedIntoId;

    @Column(name = "due_at")
    long dueAt;

    @Column(name = "due_milestone")
    @Nullable String dueMilestone;

    @Column(name = "due_attempts")
    int dueAttempts;

    @Column(name = "restricted_to")
    String restrictedTo = "";

    @Column(name = "custom_fields")
    String customFields = "";

    @Column(name = "pending_reason")
    @Nullable String pendingReason;

    @Column(name = "external_reference")
    @Nullable String externalReference;

    @Column(name = "correlation_key")
    @Nullable String correlationKey;

    @Column(name = "chain_sequence")
    long chainSequence;

    @Column(name = "chain_hash")
    String chainHash = "";

    @Column(name = "sla_state")
    String serviceLevels = "";

    String details = "";
}
