package io.itsm4j.jpa.incident;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What only an incident has, in columns for questions and reports; the ticket itself carries it as JSON. */
@Entity(name = "ItsmIncident")
@Table(name = "itsm_incident")
@Cacheable(false)
class IncidentEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "resolution_code", length = 100)
    @Nullable String resolutionCode;

    @Column(name = "resolution_notes", length = 1_000_000)
    @Nullable String resolutionNotes;

    @Column(name = "workaround", length = 1_000_000)
    @Nullable String workaround;

    @Column(name = "workaround_at")
    @Nullable Long workaroundAt;

    @Column(name = "on_site_at")
    @Nullable Long onSiteAt;

    @Column(name = "fault_report_at")
    @Nullable Long faultReportAt;

    @Column(name = "called_back_at")
    @Nullable Long calledBackAt;

    @Column(name = "major_state", nullable = false, length = 20)
    String major = "";

    @Column(name = "major_manager", length = 100)
    @Nullable String majorManager;

    @Column(name = "major_review", length = 1_000_000)
    @Nullable String majorReview;

    @Column(name = "communications", nullable = false)
    int communications;

    @Column(name = "reminders", nullable = false)
    int reminders;

    @Column(name = "alert_source", length = 200)
    @Nullable String alertSource;

    @Column(name = "alerts", nullable = false)
    int alerts;

    @Column(name = "last_alert_at")
    @Nullable Long lastAlertAt;

    @Column(name = "flaps", nullable = false)
    int flaps;

    IncidentEntity() {}

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

    public @Nullable String getResolutionCode() {
        return resolutionCode;
    }

    public void setResolutionCode(@Nullable String resolutionCode) {
        this.resolutionCode = resolutionCode;
    }

    public @Nullable String getResolutionNotes() {
        return resolutionNotes;
    }

    public void setResolutionNotes(@Nullable String resolutionNotes) {
        this.resolutionNotes = resolutionNotes;
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

    public @Nullable Long getOnSiteAt() {
        return onSiteAt;
    }

    public void setOnSiteAt(@Nullable Long onSiteAt) {
        this.onSiteAt = onSiteAt;
    }

    public @Nullable Long getFaultReportAt() {
        return faultReportAt;
    }

    public void setFaultReportAt(@Nullable Long faultReportAt) {
        this.faultReportAt = faultReportAt;
    }

    public @Nullable Long getCalledBackAt() {
        return calledBackAt;
    }

    public void setCalledBackAt(@Nullable Long calledBackAt) {
        this.calledBackAt = calledBackAt;
    }

    public String getMajor() {
        return major;
    }

    public void setMajor(String major) {
        this.major = major;
    }

    public @Nullable String getMajorManager() {
        return majorManager;
    }

    public void setMajorManager(@Nullable String majorManager) {
        this.majorManager = majorManager;
    }

    public @Nullable String getMajorReview() {
        return majorReview;
    }

    public void setMajorReview(@Nullable String majorReview) {
        this.majorReview = majorReview;
    }

    public int getCommunications() {
        return communications;
    }

    public void setCommunications(int communications) {
        this.communications = communications;
    }

    public int getReminders() {
        return reminders;
    }

    public void setReminders(int reminders) {
        this.reminders = reminders;
    }

    public @Nullable String getAlertSource() {
        return alertSource;
    }

    public void setAlertSource(@Nullable String alertSource) {
        this.alertSource = alertSource;
    }

    public int getAlerts() {
        return alerts;
    }

    public void setAlerts(int alerts) {
        this.alerts = alerts;
    }

    public @Nullable Long getLastAlertAt() {
        return lastAlertAt;
    }

    public void setLastAlertAt(@Nullable Long lastAlertAt) {
        this.lastAlertAt = lastAlertAt;
    }

    public int getFlaps() {
        return flaps;
    }

    public void setFlaps(int flaps) {
        this.flaps = flaps;
    }
}
