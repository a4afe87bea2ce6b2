package io.itsm4j.examples.benchmarks;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A clock of a ticket. */
@Entity
@Table(name = "itsm_sla_clock")
@Cacheable(false)
class ClockRow {

    @Id
    String id = "";

    String tenant = "";

    @Column(name = "ticket_id")
    String ticketId = "";

    @Column(name = "ticket_number")
    String ticketNumber = "";

    @Column(name = "ticket_type")
    String ticketType = "";

    @Column(name = "agreement_key")
    String agreementKey = "";

    @Column(name = "agreement_revision")
    long agreementRevision;

    @Column(name = "definition_hash")
    String definitionHash = "";

    @Column(name = "agreement_kind")
    String agreementKind = "";

    String metric = "";

    String holder = "";

    @Column(name = "target_name")
    String targetName = "";

    @Column(name = "clock_cycle")
    int clockCycle;

    @Column(name = "clock_status")
    String clockStatus = "";

    @Column(name = "is_open")
    boolean isOpen;

    @Column(name = "is_breached")
    boolean isBreached;

    @Column(name = "started_at")
    long startedAt;

    @Column(name = "due_at")
    long dueAt;

    @Column(name = "next_at")
    long nextAt;

    @Column(name = "half_at")
    long halfAt;

    @Column(name = "three_quarters_at")
    long threeQuartersAt;

    @Column(name = "nine_tenths_at")
    long nineTenthsAt;

    @Column(name = "elapsed_micros")
    long elapsedMicros;

    @Column(name = "target_micros")
    long targetMicros;

    @Column(name = "breached_at")
    @Nullable Long breachedAt;

    @Column(name = "ended_at")
    @Nullable Long endedAt;

    @Column(name = "calendar_hash")
    String calendarHash = "";

    long priority;

    @Column(name = "support_group")
    @Nullable String supportGroup;

    @Column(name = "service_ref")
    @Nullable String serviceRef;

    @Nullable String customer;

    @Column(name = "restricted_to")
    String restrictedTo = "";
}
