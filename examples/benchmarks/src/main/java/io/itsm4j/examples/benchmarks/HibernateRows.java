package io.itsm4j.examples.benchmarks;

import java.util.Locale;

/** Fills the entities of the hand-written Hibernate baseline. */
final class HibernateRows {

    private HibernateRows() {}

    static TicketRow ticket(Entry opened, String number, String title) {
        TicketRow ticket = new TicketRow();
        ticket.id = opened.ticket();
        ticket.tenant = opened.tenant();
        ticket.ticketNumber = number;
        ticket.ticketType = "incident";
        ticket.lifecycleVersion = 1;
        ticket.stateName = "NEW";
        ticket.stateCategory = "NEW";
        ticket.isOpen = true;
        ticket.title = title;
        ticket.description = Life.DESCRIPTION;
        ticket.searchText = (title + ' ' + number).toLowerCase(Locale.ROOT);
        ticket.requester = Life.PERSON;
        ticket.openedFor = Life.PERSON;
        ticket.openedBy = Life.PERSON;
        ticket.channel = "IN_APP";
        ticket.watchers = "[]";
        ticket.cis = "[]";
        ticket.impact = 3;
        ticket.urgency = 3;
        ticket.priority = 5;
        ticket.tags = "[]";
        ticket.supportTier = 1;
        ticket.createdAt = opened.at();
        ticket.openedAt = opened.at();
        ticket.dueAt = Story.NEVER;
        ticket.restrictedTo = "[]";
        ticket.customFields = "{}";
        ticket.details = Story.NEW_DETAILS;
        touched(ticket, opened);
        return ticket;
    }

    static void touched(TicketRow ticket, Entry entry) {
        ticket.updatedAt = entry.at();
        ticket.updatedBy = Life.PERSON;
        ticket.chainSequence = entry.sequence();
        ticket.chainHash = entry.hash();
    }

    static void timed(TicketRow ticket, HandClock clock) {
        ticket.serviceLevels = clock.text();
        ticket.dueAt = clock.nextAt();
        ticket.dueMilestone = clock.milestone();
    }

    static void assigned(TicketRow ticket) {
        ticket.supportGroup = Life.GROUP;
        ticket.assignee = Life.PERSON;
    }

    static void started(TicketRow ticket, Entry entry) {
        ticket.stateName = "IN_PROGRESS";
        ticket.stateCategory = "ACTIVE";
        ticket.firstRespondedAt = entry.at();
    }

    static void held(TicketRow ticket, Entry entry) {
        ticket.stateName = "ON_HOLD";
        ticket.stateCategory = "PENDING";
        ticket.pendingSince = entry.at();
        ticket.pendingReason = "CALLER";
    }

    static void resumed(TicketRow ticket) {
        ticket.stateName = "IN_PROGRESS";
        ticket.stateCategory = "ACTIVE";
        ticket.pendingSince = null;
        ticket.pendingReason = null;
    }

    static void resolved(TicketRow ticket, Entry entry) {
        ticket.stateName = "RESOLVED";
        ticket.stateCategory = "RESOLVED";
        ticket.resolvedAt = entry.at();
        ticket.details = Story.RESOLVED_DETAILS;
    }

    static void closed(TicketRow ticket, Entry entry) {
        ticket.stateName = "CLOSED";
        ticket.stateCategory = "CLOSED";
        ticket.isOpen = false;
        ticket.closedAt = entry.at();
    }

    static IncidentRow incident(Entry opened) {
        IncidentRow incident = new IncidentRow();
        incident.id = opened.ticket();
        incident.tenant = opened.tenant();
        incident.majorState = "NO";
        return incident;
    }

    static CommentRow comment(String id, Entry held) {
        CommentRow comment = new CommentRow();
        comment.id = id;
        comment.tenant = held.tenant();
        comment.ticketId = held.ticket();
        comment.author = Life.PERSON;
        comment.visibility = "PUBLIC";
        comment.body = Life.QUESTION;
        comment.writtenAt = held.at();
        return comment;
    }

    static JournalRow journal(Entry entry) {
        JournalRow row = new JournalRow();
        row.id = entry.id();
        row.tenant = entry.tenant();
        row.subjectKind = "ticket";
        row.subjectId = entry.ticket();
        row.sequenceNumber = entry.sequence();
        row.eventName = entry.event();
        row.actionName = entry.action();
        row.occurredAt = entry.at();
        row.recordedAt = entry.at();
        row.actor = Life.PERSON;
        row.resultVersion = entry.sequence();
        row.canonical = entry.canonical();
        row.personal = entry.personal();
        row.previousHash = entry.previousHash();
        row.entryHash = entry.hash();
        return row;
    }

    static OutboxRow outbox(Entry entry) {
        OutboxRow row = new OutboxRow();
        row.id = entry.id();
        row.tenant = entry.tenant();
        row.subjectId = entry.ticket();
        row.sequenceNumber = entry.sequence();
        row.deliveryStatus = "PENDING";
        row.nextAttemptAt = entry.at();
        return row;
    }
}
