package io.itsm4j.examples.replay;

import io.itsm4j.incident.Incident;
import io.itsm4j.ticket.Ticket;

/** What the replay remembers of an incident between its rows; dropped with the last one. */
final class OpenIncident {

    private final boolean openedEarly;
    private final int reopensBefore;
    private LogRow row;
    private Ticket<Incident> ticket;
    private boolean wentBack;
    private boolean resolvedAgain;
    private boolean closedAgain;
    private boolean assignmentRefused;
    private boolean moveRefused;
    private int explainedReassignments;

    OpenIncident(LogRow row, Ticket<Incident> ticket) {
        this.row = row;
        this.ticket = ticket;
        this.openedEarly = row.report().openedAt().isAfter(row.updatedAt());
        this.reopensBefore = row.counts().reopens();
        this.explainedReassignments = -row.counts().reassignments();
    }

    LogRow row() {
        return row;
    }

    Ticket<Incident> ticket() {
        return ticket;
    }

    void moveOn(LogRow next, Ticket<Incident> after) {
        LogRow.Outcome outcome = next.outcome();
        wentBack |= next.updatedAt().isBefore(row.updatedAt());
        if (next.state() == row.state()) {
            resolvedAgain |=
                    next.state() == RecordedState.RESOLVED && next.updatedAt().equals(outcome.resolvedAt());
            closedAgain |=
                    next.state() == RecordedState.CLOSED && next.updatedAt().equals(outcome.closedAt());
        }
        row = next;
        ticket = after;
    }

    /** The first update is dated before the opening. */
    boolean openedEarly() {
        return openedEarly;
    }

    /** How often it had been reopened before the log begins. */
    int reopensBefore() {
        return reopensBefore;
    }

    /** The recorded time went back. */
    boolean wentBack() {
        return wentBack;
    }

    /** The recorded resolution is a row on the resolved incident. */
    boolean resolvedAgain() {
        return resolvedAgain;
    }

    /** The recorded closing is a row on the closed incident. */
    boolean closedAgain() {
        return closedAgain;
    }

    boolean assignmentRefused() {
        return assignmentRefused;
    }

    void refuseAssignment(boolean refused) {
        assignmentRefused = refused;
    }

    boolean moveRefused() {
        return moveRefused;
    }

    void refuseMove(boolean refused) {
        moveRefused = refused;
    }

    /** By how much the library's count exceeds the log's for reasons that are explained. */
    int explainedReassignments() {
        return explainedReassignments;
    }

    void explainReassignments(int more) {
        explainedReassignments += more;
    }
}
