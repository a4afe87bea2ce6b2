package io.itsm4j.jpa.approval;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody whose vote is out. */
@Entity(name = "ItsmAsked")
@Table(name = "itsm_asked")
@Cacheable(false)
class AskedEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "approval_id", nullable = false, length = 36)
    String approval = "";

    @Column(name = "subject_kind", nullable = false, length = 40)
    String subjectKind = "";

    @Column(name = "subject_id", nullable = false, length = 36)
    String subjectId = "";

    @Column(name = "subject_label", nullable = false, length = 200)
    String subjectLabel = "";

    @Column(name = "step_name", nullable = false, length = 100)
    String stepName = "";

    @Column(name = "principal", nullable = false, length = 100)
    String principal = "";

    @Column(name = "asked_at", nullable = false)
    long askedAt;

    AskedEntity() {}

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

    public String getApproval() {
        return approval;
    }

    public void setApproval(String approval) {
        this.approval = approval;
    }

    public String getSubjectKind() {
        return subjectKind;
    }

    public void setSubjectKind(String subjectKind) {
        this.subjectKind = subjectKind;
    }

    public String getSubjectId() {
        return subjectId;
    }

    public void setSubjectId(String subjectId) {
        this.subjectId = subjectId;
    }

    public String getSubjectLabel() {
        return subjectLabel;
    }

    public void setSubjectLabel(String subjectLabel) {
        this.subjectLabel = subjectLabel;
    }

    public String getStepName() {
        return stepName;
    }

    public void setStepName(String stepName) {
        this.stepName = stepName;
    }

    public String getPrincipal() {
        return principal;
    }

    public void setPrincipal(String principal) {
        this.principal = principal;
    }

    public long getAskedAt() {
        return askedAt;
    }

    public void setAskedAt(long askedAt) {
        this.askedAt = askedAt;
    }
}
