package io.itsm4j.examples.benchmarks;

import io.itsm4j.journal.IdSource;
import java.time.Instant;

/** The seven entries of the life of an incident, worded by hand; both baselines write these. */
final class Story {

    static final String NEW_DETAILS = details("null", "null");
    static final String RESOLVED_DETAILS = details('"' + Life.CODE + '"', '"' + Life.NOTES + '"');

    /** The farthest instant the library stores, in microseconds: nothing is due. */
    static final long NEVER = 253_402_214_400_000_000L;

    private final IdSource ids = IdSource.secure();
    private final boolean timed;

    /**
     * The story of incidents.
     *
     * @param timed whether each has a clock
     */
    Story(boolean timed) {
        this.timed = timed;
    }

    String id(Instant at) {
        return ids.next(at);
    }

    Entry opened(Head head, String title, Instant at) {
        EntryWriter writer = timed ? by().timed() : by();
        return writer.changed("state", null, "NEW")
                .changed("stateCategory", null, "NEW")
                .said("title", title)
                .said("description", Life.DESCRIPTION)
                .said("requester", Life.PERSON)
                .said("openedFor", Life.PERSON)
                .said("openedBy", Life.PERSON)
                .changed("channel", null, "IN_APP")
                .changed("impact", null, "LOW")
                .changed("urgency", null, "LOW")
                .changed("priority", null, "PLANNING")
                .tier()
                .changed("openedAt", null, at.toString())
                .entry(id(at), head, "TicketOpened", "open", at);
    }

    Entry assigned(Head head, Instant at) {
        return by().changed("group", null, Life.GROUP)
                .said("assignee", Life.PERSON)
                .entry(id(at), head, "TicketAssigned", "assign", at);
    }

    Entry started(Head head, Instant at) {
        return by().changed("state", "NEW", "IN_PROGRESS")
                .changed("stateCategory", "NEW", "ACTIVE")
                .changed("firstRespondedAt", null, at.toString())
                .entry(id(at), head, "TicketStarted", "start", at);
    }

    Entry held(Head head, String comment, Instant at) {
        return by().changed("state", "IN_PROGRESS", "ON_HOLD")
                .changed("stateCategory", "ACTIVE", "PENDING")
                .changed("pendingReason", null, "CALLER")
                .comment(comment, Life.QUESTION)
                .entry(id(at), head, "TicketHeld", "hold", at);
    }

    Entry resumed(Head head, Instant at) {
        return by().changed("state", "ON_HOLD", "IN_PROGRESS")
                .changed("stateCategory", "PENDING", "ACTIVE")
                .changed("pendingReason", "CALLER", null)
                .entry(id(at), head, "TicketResumed", "resume", at);
    }

    Entry resolved(Head head, Instant at) {
        return by().changed("state", "IN_PROGRESS", "RESOLVED")
                .changed("stateCategory", "ACTIVE", "RESOLVED")
                .changed("resolvedAt", null, at.toString())
                .changed("resolutionCode", null, Life.CODE)
                .said("resolutionNotes", Life.NOTES)
                .entry(id(at), head, "TicketResolved", "resolve", at);
    }

    Entry closed(Head head, Instant at) {
        return by().changed("state", "RESOLVED", "CLOSED")
                .changed("stateCategory", "RESOLVED", "CLOSED")
                .changed("closedAt", null, at.toString())
                .entry(id(at), head, "TicketClosed", "close", at);
    }

    private static EntryWriter by() {
        return new EntryWriter(Life.PERSON);
    }

    private static String details(String code, String notes) {
        return "{\"resolutionCode\":" + code + ",\"resolutionNotes\":" + notes
                + ",\"workaround\":null,\"workaroundAt\":null,\"onSiteAt\":null,\"faultReportAt\":null,"
                + "\"calledBackAt\":null,\"major\":\"NO\",\"majorManager\":null,\"majorReview\":null,"
                + "\"communications\":0,\"reminders\":0,\"alertSource\":null,\"alerts\":0,\"lastAlertAt\":null,"
                + "\"flaps\":0}";
    }
}
