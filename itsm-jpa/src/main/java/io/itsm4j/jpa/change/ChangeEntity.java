package io.itsm4j.jpa.change;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What only a change has, in columns for questions and reports; the ticket itself carries it as JSON. */
@Entity(name = "ItsmChange")
@Table(name = "itsm_change")
@Cacheable(false)
class ChangeEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "change_kind", nullable = false, length = 20)
    String kind = "";

    @Column(name = "template_id", length = 36)
    @Nullable String template;

    @Column(name = "reason", length = 1_000_000)
    @Nullable String reason;

    @Column(name = "justification", length = 1_000_000)
    @Nullable String justification;

    @Column(name = "risk_score", nullable = false)
    int riskScore;

    @Column(name = "risk_level", length = 20)
    @Nullable String riskLevel;

    @Column(name = "risk_model", nullable = false)
    int riskModel;

    @Column(name = "implementation_plan", length = 1_000_000)
    @Nullable String implementation;

    @Column(name = "test_plan", length = 1_000_000)
    @Nullable String test;

    @Column(name = "backout_plan", length = 1_000_000)
    @Nullable String backout;

    @Column(name = "communication_plan", length = 1_000_000)
    @Nullable String communication;

    @Column(name = "planned_start_at")
    @Nullable Long plannedStart;

    @Column(name = "planned_end_at")
    @Nullable Long plannedEnd;

    @Column(name = "downtime_minutes", nullable = false)
    long downtimeMinutes;

    @Column(name = "actual_start_at")
    @Nullable Long actualStart;

    @Column(name = "actual_end_at")
    @Nullable Long actualEnd;

    @Column(name = "approval_id", length = 36)
    @Nullable String approval;

    @Column(name = "approval_state", length = 20)
    @Nullable String approvalState;

    @Column(name = "approval_owed_at")
    @Nullable Long approvalOwedBy;

    @Column(name = "board_id", length = 36)
    @Nullable String board;

    @Column(name = "freeze_waived_by", length = 100)
    @Nullable String freezeWaivedBy;

    @Column(name = "conflict_waived_by", length = 100)
    @Nullable String conflictWaivedBy;

    @Column(name = "outcome", length = 20)
    @Nullable String outcome;

    @Column(name = "outcome_notes", length = 1_000_000)
    @Nullable String outcomeNotes;

    @Column(name = "review_notes", length = 1_000_000)
    @Nullable String review;

    @Column(name = "follow_up", length = 1_000_000)
    @Nullable String followUp;

    @Column(name = "planned_edits", nullable = false)
    int editCount;

    ChangeEntity() {}

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

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public @Nullable String getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable String template) {
        this.template = template;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getJustification() {
        return justification;
    }

    public void setJustification(@Nullable String justification) {
        this.justification = justification;
    }

    public int getRiskScore() {
        return riskScore;
    }

    public void setRiskScore(int riskScore) {
        this.riskScore = riskScore;
    }

    public @Nullable String getRiskLevel() {
        return riskLevel;
    }

    public void setRiskLevel(@Nullable String riskLevel) {
        this.riskLevel = riskLevel;
    }

    public int getRiskModel() {
        return riskModel;
    }

    public void setRiskModel(int riskModel) {
        this.riskModel = riskModel;
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

    public @Nullable Long getPlannedStart() {
        return plannedStart;
    }

    public void setPlannedStart(@Nullable Long plannedStart) {
        this.plannedStart = plannedStart;
    }

    public @Nullable Long getPlannedEnd() {
        return plannedEnd;
    }

    public void setPlannedEnd(@Nullable Long plannedEnd) {
        this.plannedEnd = plannedEnd;
    }

    public long getDowntimeMinutes() {
        return downtimeMinutes;
    }

    public void setDowntimeMinutes(long downtimeMinutes) {
        this.downtimeMinutes = downtimeMinutes;
    }

    public @Nullable Long getActualStart() {
        return actualStart;
    }

    public void setActualStart(@Nullable Long actualStart) {
        this.actualStart = actualStart;
    }

    public @Nullable Long getActualEnd() {
        return actualEnd;
    }

    public void setActualEnd(@Nullable Long actualEnd) {
        this.actualEnd = actualEnd;
    }

    public @Nullable String getApproval() {
        return approval;
    }

    public void setApproval(@Nullable String approval) {
        this.approval = approval;
    }

    public @Nullable String getApprovalState() {
        return approvalState;
    }

    public void setApprovalState(@Nullable String approvalState) {
        this.approvalState = approvalState;
    }

    public @Nullable Long getApprovalOwedBy() {
        return approvalOwedBy;
    }

    public void setApprovalOwedBy(@Nullable Long approvalOwedBy) {
        this.approvalOwedBy = approvalOwedBy;
    }

    public @Nullable String getBoard() {
        return board;
    }

    public void setBoard(@Nullable String board) {
        this.board = board;
    }

    public @Nullable String getFreezeWaivedBy() {
        return freezeWaivedBy;
    }

    public void setFreezeWaivedBy(@Nullable String freezeWaivedBy) {
        this.freezeWaivedBy = freezeWaivedBy;
    }

    public @Nullable String getConflictWaivedBy() {
        return conflictWaivedBy;
    }

    public void setConflictWaivedBy(@Nullable String conflictWaivedBy) {
        this.conflictWaivedBy = conflictWaivedBy;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
    }

    public @Nullable String getOutcomeNotes() {
        return outcomeNotes;
    }

    public void setOutcomeNotes(@Nullable String outcomeNotes) {
        this.outcomeNotes = outcomeNotes;
    }

    public @Nullable String getReview() {
        return review;
    }

    public void setReview(@Nullable String review) {
        this.review = review;
    }

    public @Nullable String getFollowUp() {
        return followUp;
    }

    public void setFollowUp(@Nullable String followUp) {
        this.followUp = followUp;
    }

    public int getEditCount() {
        return editCount;
    }

    public void setEditCount(int editCount) {
        this.editCount = editCount;
    }
}
