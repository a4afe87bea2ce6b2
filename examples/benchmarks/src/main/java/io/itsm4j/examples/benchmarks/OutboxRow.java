package io.itsm4j.examples.benchmarks;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An event that has yet to leave. */
@Entity
@Table(name = "itsm_outbox")
@Cacheable(false)
class OutboxRow {

    @Id
    String id = "";

    String tenant = "";

    @Column(name = "subject_id")
    String subjectId = "";

    @Column(name = "sequence_number")
    long sequenceNumber;

    @Column(name = "delivery_status")
    String deliveryStatus = "";

    long attempts;

    @Column(name = "next_attempt_at")
    long nextAttemptAt;

    @Column(name = "last_error")
    @Nullable String lastError;
}
