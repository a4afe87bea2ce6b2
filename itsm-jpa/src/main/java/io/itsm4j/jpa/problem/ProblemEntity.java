package io.itsm4j.jpa.problem;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What only a problem has, in columns for questions and reports; the ticket itself carries it as JSON. */
@Entity(name = "ItsmProblem")
@Table(name = "itsm_problem")
@Cacheable(false)
class ProblemEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    private String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    private String tenant = "";

    @Column(name = "origin", nullable = false, length = 20)
    private String origin = "";

    @Column(name = "symptoms", length = 1_000_000)
    private @Nullable String symptoms;

    @Column(name = "rca_method", length = 100)
    private @Nullable String rcaMethod;

    @Column(name = "root_cause", length = 1_000_000)
    private @Nullable String rootCause;

    @Column(name = "cause_category", length = 100)
    private @Nullable String causeCategory;

    @Column(name = "factors", nullable = false, length = 1_000_000)
    private String factors = "";

    @Column(name = "workaround", length = 1_000_000)
    private @Nullable String workaround;

    @Column(name = "workaround_at")
    private @Nullable Long workaroundAt;

    @Column(name = "known_error_at")
    private @Nullable Long knownErrorAt;

    @Column(name = "permanent_fix", length = 1_000_000)
    private @Nullable String fix;

    @Column(name = "fixed_at")
    private @Nullable Long fixedAt;

    @Column(name = "risk_until")
    private @Nullable Long riskUntil;

    @Column(name = "risk_by", length = 100)
    private @Nullable String riskBy;

    @Column(name = "risk_reason", length = 1_000_000)
    private @Nullable String riskReason;

    @Column(name = "recurrence_days", nullable = false)
    private int recurrenceDays;

    ProblemEntity() {}

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

    public String getOrigin() {
        return origin;
    }

    public void setOrigin(String origin) {
        this.origin = origin;
    }

    public @Nullable String getSymptoms() {
        return symptoms;
    }

    public void setSymptoms(@Nullable String symptoms) {
        this.symptoms = symptoms;
    }

    public @Nullable String getRcaMethod() {
        return rcaMethod;
    }

    public void setRcaMethod(@Nullable String rcaMethod) {
        this.rcaMethod = rcaMethod;
    }

    public @Nullable String getRootCause() {
        return rootCause;
    }

    public void setRootCause(@Nullable String rootCause) {
        this.rootCause = rootCause;
    }

    public @Nullable String getCauseCategory() {
        return causeCategory;
    }

    public void setCauseCategory(@Nullable String causeCategory) {
        this.causeCategory = causeCategory;
    }

    public String getFactors() {
        return factors;
    }

    public void setFactors(String factors) {
        this.factors = factors;
    }

    public @Nullable String getWorkaround() {
        return workaround;
    }

    public void setWorkaround(@Nullable String workaround) {
        this.workaround = workaround;
    }

    public @Nullable Long getWorkaroundAt() {
        return workaroundAt;
    }

    public void setWorkaroundAt(@Nullable Long workaroundAt) {
        this.workaroundAt = workaroundAt;
    }

    public @Nullable Long getKnownErrorAt() {
        return knownErrorAt;
    }

    public void setKnownErrorAt(@Nullable Long knownErrorAt) {
        this.knownErrorAt = knownErrorAt;
    }

    public @Nullable String getFix() {
        return fix;
    }

    public void setFix(@Nullable String fix) {
        this.fix = fix;
    }

    public @Nullable Long getFixedAt() {
        return fixedAt;
    }

    public void setFixedAt(@Nullable Long fixedAt) {
        this.fixedAt = fixedAt;
    }

    public @Nullable Long getRiskUntil() {
        return riskUntil;
    }

    public void setRiskUntil(@Nullable Long riskUntil) {
        this.riskUntil = riskUntil;
    }

    public @Nullable String getRiskBy() {
        return riskBy;
    }

    public void setRiskBy(@Nullable String riskBy) {
        this.riskBy = riskBy;
    }

    public @Nullable String getRiskReason() {
        return riskReason;
    }

    public void setRiskReason(@Nullable String riskReason) {
        this.riskReason = riskReason;
    }

    public int getRecurrenceDays() {
        return recurrenceDays;
    }

    public void setRecurrenceDays(int recurrenceDays) {
        this.recurrenceDays = recurrenceDays;
    }
}
