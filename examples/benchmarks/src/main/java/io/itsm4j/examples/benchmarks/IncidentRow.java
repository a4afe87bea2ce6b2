package io.itsm4j.examples.benchmarks;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What only an incident has. */
@Entity
@Table(name = "itsm_incident")
@Cacheable(false)
class IncidentRow {

    @Id
    String id = "";

    String tenant = "";

    @Column(name = "resolution_code")
    @Nullable String resolutionCode;

    @Column(name = "resolution_notes")
    @Nullable String resolutionNotes;

    @Nullable String workaround;

    @Column(name = "workaround_at")
    @Nullable Long workaroundAt;

    @Column(name = "on_site_at")
    @Nullable Long onSiteAt;

    @Column(name = "fault_report_at")
    @Nullable Long faultReportAt;

    @Column(name = "called_back_at")
    @Nullable Long calledBackAt;

    @Column(name = "major_state")
    String majorState = "";

    @Column(name = "major_manager")
    @Nullable String majorManager;

    @Column(name = "major_review")
    @Nullable String majorReview;

    int communications;

    int reminders;

    @Column(name = "alert_source")
    @Nullable String alertSource;

    int alerts;

    @Column(name = "last_alert_at")
    @Nullable Long lastAlertAt;

    int flaps;
}
