package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A ticket: what all types share in columns, what only its type has as JSON. */
@Entity(name = "ItsmTicket")
@Table(name = "itsm_ticket")
@Cacheable(false)
class TicketEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "ticket_number", nullable = false, length = 40)
    String ticketNumber = "";

    @Column(name = "ticket_type", nullable = false, length = 60)
    String ticketType = "";

    @Column(name = "lifecycle_version", nullable = false)
    int lifecycleVersion;

    @Column(name = "state_name", nullable = false, length = 40)
    String stateName = "";

    @Column(name = "state_category", nullable = false, length = 20)
    String stateCategory = "";

    @Column(name = "is_open", nullable = false)
    boolean isOpen;

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "title", nullable = false, length = 200)
    String title = "";

    @Column(name = "description", nullable = false, length = 1_000_000)
    String description = "";

    @Column(name = "search_text", nullable = false, length = 800)
    String searchText = "";

    @Column(name = "requester", nullable = false, length = 100)
    String requester = "";

    @Column(name = "opened_for", nullable = false, length = 100)
    String openedFor = "";

    @Column(name = "opened_by", nullable = false, length = 100)
    String openedBy = "";

    @Column(name = "organisation_unit", length = 200)
    @Nullable String organisationUnit;

    @Column(name = "channel", nullable = false, length = 20)
    String channel = "";

    @Column(name = "watchers", nullable = false, length = 1_000_000)
    String watchers = "";

    @Column(name = "category", length = 400)
    @Nullable String category;

    @Column(name = "service_ref", length = 200)
    @Nullable String service;

    @Column(name = "cis", nullable = false, length = 1_000_000)
    String cis = "";

    @Column(name = "impact", nullable = false)
    long impact;

    @Column(name = "urgency", nullable = false)
    long urgency;

    @Column(name = "priority", nullable = false)
    long priority;

    @Column(name = "override_reason", length = 1000)
    @Nullable String overrideReason;

    @Column(name = "tags", nullable = false, length = 1_000_000)
    String tags = "";

    @Column(name = "support_group", length = 100)
    @Nullable String supportGroup;

    @Column(name = "assignee", length = 100)
    @Nullable String assignee;

    @Column(name = "support_tier", nullable = false)
    long tier;

    @Column(name = "reassignments", nullable = false)
    int reassignments;

    @Column(name = "escalations", nullable = false)
    int escalations;

    @Column(name = "created_at", nullable = false)
    long createdAt;

    @Column(name = "opened_at", nullable = false)
    long openedAt;

    @Column(name = "updated_at", nullable = false)
    long updatedAt;

    @Column(name = "updated_by", nullable = false, length = 100)
    String updatedBy = "";

    @Column(name = "first_responded_at")
    @Nullable Long firstRespondedAt;

    @Column(name = "pending_since")
    @Nullable Long pendingSince;

    @Column(name = "resolved_at")
    @Nullable Long resolvedAt;

    @Column(name = "closed_at")
    @Nullable Long closedAt;

    @Column(name = "reopens", nullable = false)
    int reopens;

    @Column(name = "archived_at")
    @Nullable Long archivedAt;

    @Column(name = "is_archived", nullable = false)
    boolean archived;

    @Column(name = "parent_id", length = 36)
    @Nullable String parent;

    @Column(name = "merged_into_id", length = 36)
    @Nullable String mergedInto;

    @Column(name = "due_at", nullable = false)
    long dueAt;

    @Column(name = "due_milestone", length = 200)
    @Nullable String dueMilestone;

    @Column(name = "due_attempts", nullable = false)
    int dueAttempts;

    @Column(name = "restricted_to", nullable = false, length = 1_000_000)
    String restrictedTo = "";

    @Column(name = "custom_fields", nullable = false, length = 1_000_000)
    String fields = "";

    @Column(name = "pending_reason", length = 200)
    @Nullable String pendingReason;

    @Column(name = "external_reference", length = 200)
    @Nullable String externalReference;

    @Column(name = "correlation_key", length = 200)
    @Nullable String correlationKey;

    @Column(name = "sla_state", nullable = false, length = 1_000_000)
    String serviceLevels = "";

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    @Column(name = "details", nullable = false, length = 1_000_000)
    String details = "";

    /** What {@link #details} holds, once it was read, so that a step that leaves it alone does not write it anew. */
    @Transient
    @Nullable Object read;

    TicketEntity() {}

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

    public String getTicketNumber() {
        return ticketNumber;
    }

    public void setTicketNumber(String ticketNumber) {
        this.ticketNumber = ticketNumber;
    }

    public String getTicketType() {
        return ticketType;
    }

    public void setTicketType(String ticketType) {
        this.ticketType = ticketType;
    }

    public int getLifecycleVersion() {
        return lifecycleVersion;
    }

    public void setLifecycleVersion(int lifecycleVersion) {
        this.lifecycleVersion = lifecycleVersion;
    }

    public String getStateName() {
        return stateName;
    }

    public void setStateName(String stateName) {
        this.stateName = stateName;
    }

    public String getStateCategory() {
        return stateCategory;
    }

    public void setStateCategory(String stateCategory) {
        this.stateCategory = stateCategory;
    }

    public boolean getIsOpen() {
        return isOpen;
    }

    public void setIsOpen(boolean isOpen) {
        this.isOpen = isOpen;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getSearchText() {
        return searchText;
    }

    public void setSearchText(String searchText) {
        this.searchText = searchText;
    }

    public String getRequester() {
        return requester;
    }

    public void setRequester(String requester) {
        this.requester = requester;
    }

    public String getOpenedFor() {
        return openedFor;
    }

    public void setOpenedFor(String openedFor) {
        this.openedFor = openedFor;
    }

    public String getOpenedBy() {
        return openedBy;
    }

    public void setOpenedBy(String openedBy) {
        this.openedBy = openedBy;
    }

    public @Nullable String getOrganisationUnit() {
        return organisationUnit;
    }

    public void setOrganisationUnit(@Nullable String organisationUnit) {
        this.organisationUnit = organisationUnit;
    }

    public String getChannel() {
        return channel;
    }

    public void setChannel(String channel) {
        this.channel = channel;
    }

    public String getWatchers() {
        return watchers;
    }

    public void setWatchers(String watchers) {
        this.watchers = watchers;
    }

    public @Nullable String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String category) {
        this.category = category;
    }

    public @Nullable String getService() {
        return service;
    }

    public void setService(@Nullable String service) {
        this.service = service;
    }

    public String getCis() {
        return cis;
    }

    public void setCis(String cis) {
        this.cis = cis;
    }

    public long getImpact() {
        return impact;
    }

    public void setImpact(long impact) {
        this.impact = impact;
    }

    public long getUrgency() {
        return urgency;
    }

    public void setUrgency(long urgency) {
        this.urgency = urgency;
    }

    public long getPriority() {
        return priority;
    }

    public void setPriority(long priority) {
        this.priority = priority;
    }

    public @Nullable String getOverrideReason() {
        return overrideReason;
    }

    public void setOverrideReason(@Nullable String overrideReason) {
        this.overrideReason = overrideReason;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
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

    public long getTier() {
        return tier;
    }

    public void setTier(long tier) {
        this.tier = tier;
    }

    public int getReassignments() {
        return reassignments;
    }

    public void setReassignments(int reassignments) {
        this.reassignments = reassignments;
    }

    public int getEscalations() {
        return escalations;
    }

    public void setEscalations(int escalations) {
        this.escalations = escalations;
    }

    public long getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(long createdAt) {
        this.createdAt = createdAt;
    }

    public long getOpenedAt() {
        return openedAt;
    }

    public void setOpenedAt(long openedAt) {
        this.openedAt = openedAt;
    }

    public long getUpdatedAt() {
        return updatedAt;
    }

    public void setUpdatedAt(long updatedAt) {
        this.updatedAt = updatedAt;
    }

    public String getUpdatedBy() {
        return updatedBy;
    }

    public void setUpdatedBy(String updatedBy) {
        this.updatedBy = updatedBy;
    }

    public @Nullable Long getFirstRespondedAt() {
        return firstRespondedAt;
    }

    public void setFirstRespondedAt(@Nullable Long firstRespondedAt) {
        this.firstRespondedAt = firstRespondedAt;
    }

    public @Nullable Long getPendingSince() {
        return pendingSince;
    }

    public void setPendingSince(@Nullable Long pendingSince) {
        this.pendingSince = pendingSince;
    }

    public @Nullable Long getResolvedAt() {
        return resolvedAt;
    }

    public void setResolvedAt(@Nullable Long resolvedAt) {
        this.resolvedAt = resolvedAt;
    }

    public @Nullable Long getClosedAt() {
        return closedAt;
    }

    public void setClosedAt(@Nullable Long closedAt) {
        this.closedAt = closedAt;
    }

    public int getReopens() {
        return reopens;
    }

    public void setReopens(int reopens) {
        this.reopens = reopens;
    }

    public @Nullable Long getArchivedAt() {
        return archivedAt;
    }

    public void setArchivedAt(@Nullable Long archivedAt) {
        this.archivedAt = archivedAt;
    }

    public boolean getArchived() {
        return archived;
    }

    public void setArchived(boolean archived) {
        this.archived = archived;
    }

    public @Nullable String getParent() {
        return parent;
    }

    public void setParent(@Nullable String parent) {
        this.parent = parent;
    }

    public @Nullable String getMergedInto() {
        return mergedInto;
    }

    public void setMergedInto(@Nullable String mergedInto) {
        this.mergedInto = mergedInto;
    }

    public long getDueAt() {
        return dueAt;
    }

    public void setDueAt(long dueAt) {
        this.dueAt = dueAt;
    }

    public @Nullable String getDueMilestone() {
        return dueMilestone;
    }

    public void setDueMilestone(@Nullable String dueMilestone) {
        this.dueMilestone = dueMilestone;
    }

    public int getDueAttempts() {
        return dueAttempts;
    }

    public void setDueAttempts(int dueAttempts) {
        this.dueAttempts = dueAttempts;
    }

    public String getRestrictedTo() {
        return restrictedTo;
    }

    public void setRestrictedTo(String restrictedTo) {
        this.restrictedTo = restrictedTo;
    }

    public String getFields() {
        return fields;
    }

    public void setFields(String fields) {
        this.fields = fields;
    }

    public @Nullable String getPendingReason() {
        return pendingReason;
    }

    public void setPendingReason(@Nullable String pendingReason) {
        this.pendingReason = pendingReason;
    }

    public @Nullable String getExternalReference() {
        return externalReference;
    }

    public void setExternalReference(@Nullable String externalReference) {
        this.externalReference = externalReference;
    }

    public @Nullable String getCorrelationKey() {
        return correlationKey;
    }

    public void setCorrelationKey(@Nullable String correlationKey) {
        this.correlationKey = correlationKey;
    }

    public long getChainSequence() {
        return chainSequence;
    }

    public void setChainSequence(long chainSequence) {
        this.chainSequence = chainSequence;
    }

    public String getChainHash() {
        return chainHash;
    }

    public void setChainHash(String chainHash) {
        this.chainHash = chainHash;
    }

    public String getDetails() {
        return details;
    }

    public void setDetails(String details) {
        this.details = details;
    }

    public String getServiceLevels() {
        return serviceLevels;
    }

    public void setServiceLevels(String serviceLevels) {
        this.serviceLevels = serviceLevels;
    }
}
