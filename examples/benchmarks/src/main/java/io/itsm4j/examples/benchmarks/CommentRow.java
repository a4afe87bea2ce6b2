package io.itsm4j.examples.benchmarks;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A comment. */
@Entity
@Table(name = "itsm_comment")
@Cacheable(false)
class CommentRow {

    @Id
    String id = "";

    String tenant = "";

    @Column(name = "ticket_id")
    String ticketId = "";

    String author = "";

    String visibility = "";

    String body = "";

    @Column(name = "written_at")
    long writtenAt;
}
