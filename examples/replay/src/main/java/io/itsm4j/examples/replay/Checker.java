package io.itsm4j.examples.replay;

import io.itsm4j.incident.Incident;
import io.itsm4j.journal.Verification;
import io.itsm4j.ticket.Ticket;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what the library says with what the log says, row by row, at the end of each incident, and in the end. */
final class Checker {

    private static final String ASSIGN = "assign";
    private static final Set<String> EDITS = Set.of("update", ASSIGN, "comment", "log work");

    private final Desk desk;
    private final Backlog backlog;
    private final Agreement agreement = new Agreement();

    Checker(Desk desk, Backlog backlog) {
        this.desk = desk;
        this.backlog = backlog;
    }

    Agreement agreement() {
        return agreement;
    }

    /** After an incident's first row. */
    void opened(OpenIncident incident, Player.Played played) {
        LogRow row = incident.row();
        is(Check.FIRST_STATE, row.state() == RecordedState.NEW, Explanation.CUT, row, row.state());
        row(incident, row, played);
    }

    /** After a further row; the incident still remembers the row before. */
    void changed(OpenIncident incident, LogRow row, Player.Played played) {
        LogRow before = incident.row();
        boolean forward = !row.updatedAt().isBefore(before.updatedAt());
        is(Check.TIME_ORDER, forward, Explanation.TIME_GOES_BACK, row, row.updatedAt());
        boolean counts = row.counts().updates() >= before.counts().updates();
        is(
                Check.UPDATE_ORDER,
                counts,
                Explanation.COUNTER_GOES_BACK,
                row,
                row.counts().updates());
        reassignment(incident, row, played);
        row(incident, row, played);
    }

    private void row(OpenIncident incident, LogRow row, Player.Played played) {
        Ticket<Incident> after = played.after();
        boolean state = row.state().isStateOf(after);
        boolean moved = EDITS.containsAll(played.refused());
        incident.refuseMove(!state && (incident.moveRefused() || !moved));
        is(Check.STATE, state, incident.moveRefused() ? Explanation.REFUSED : null, row, after.state());

        is(Check.PRIORITY, row.priority() == after.priority(), null, row, after.priority());

        boolean assigned = row.assignment().equals(assigned(after));
        boolean refused = incident.assignmentRefused() || played.refused().contains(ASSIGN);
        incident.refuseAssignment(!assigned && refused);
        is(Check.ASSIGNMENT, assigned, incident.assignmentRefused() ? Explanation.REFUSED : null, row, assigned(after));
    }

    private static LogRow.Assigned assigned(Ticket<Incident> ticket) {
        return new LogRow.Assigned(
                text(ticket.assignment().group()), text(ticket.assignment().assignee()));
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private void reassignment(OpenIncident incident, LogRow row, Player.Played played) {
        LogRow before = incident.row();
        int library = played.after().assignment().reassignments()
                - incident.ticket().assignment().reassignments();
        int log = row.counts().reassignments() - before.counts().reassignments();
        Explanation why = reassignment(library, log, before, row, played);
        incident.explainReassignments(why == null ? 0 : library - log);
        is(Check.REASSIGNMENT, library == log, why, row, library + " where the log counts " + log);
    }

    private static @Nullable Explanation reassignment(
            int library, int log, LogRow before, LogRow row, Player.Played played) {
        LogRow.Assigned was = before.assignment();
        LogRow.Assigned is = row.assignment();
        boolean sameGroup = Objects.equals(was.group(), is.group());
        if (library == 1 && log == 0 && sameGroup && row.isReassigned(before)) {
            return Explanation.PERSON_COUNTS;
        }
        if (library != 0 || log != 1) {
            return null;
        }
        if (played.refused().contains(ASSIGN)) {
            return Explanation.REFUSED;
        }
        if (was.isNobody() && is.group() != null) {
            return Explanation.FIRST_GROUP_COUNTS;
        }
        return row.isReassigned(before) ? null : Explanation.COUNTED_UNSEEN;
    }

    /**
     * After an incident's last row: what a fresh look says.
     *
     * @return the incident as it is kept
     */
    Optional<Ticket<Incident>> ended(OpenIncident incident) {
        LogRow row = incident.row();
        Optional<Ticket<Incident>> found = desk.recorded(row.number());
        if (found.isEmpty()) {
            agreement.disagreed(Check.FINAL_STATE, row.number() + " is not there");
            return found;
        }
        Ticket<Incident> ticket = found.get();
        is(
                Check.FINAL_STATE,
                row.state().isStateOf(ticket),
                incident.moveRefused() ? Explanation.REFUSED : null,
                row,
                ticket.state());
        Instant opened = ticket.times().openedAt();
        is(
                Check.OPENED,
                opened.equals(row.report().openedAt()),
                incident.openedEarly() ? Explanation.UPDATED_BEFORE_OPENED : null,
                row,
                opened);
        Instant resolved = ticket.times().resolvedAt();
        Instant resolvedInLog = row.state().isEnded() ? row.outcome().resolvedAt() : null;
        is(Check.RESOLVED, Objects.equals(resolved, resolvedInLog), resolved(incident), row, resolved);
        Instant closed = ticket.times().closedAt();
        Instant closedInLog =
                row.state() == RecordedState.CLOSED ? row.outcome().closedAt() : null;
        is(Check.CLOSED, Objects.equals(closed, closedInLog), closed(incident), row, closed);
        counts(incident, ticket);
        backlog.add(row.report().openedAt(), closedInLog, opened, closed);
        return found;
    }

    private static @Nullable Explanation resolved(OpenIncident incident) {
        if (incident.moveRefused()) {
            return Explanation.REFUSED;
        }
        if (incident.row().outcome().resolvedAt() == null) {
            return Explanation.NO_RESOLVED_AT;
        }
        return incident.resolvedAgain() ? Explanation.RESOLVED_AGAIN : backwards(incident);
    }

    private static @Nullable Explanation closed(OpenIncident incident) {
        if (incident.moveRefused()) {
            return Explanation.REFUSED;
        }
        return incident.closedAgain() ? Explanation.CLOSED_AGAIN : backwards(incident);
    }

    private static @Nullable Explanation backwards(OpenIncident incident) {
        return incident.wentBack() ? Explanation.TIME_GOES_BACK : null;
    }

    private void counts(OpenIncident incident, Ticket<Incident> ticket) {
        LogRow row = incident.row();
        int reassignments = ticket.assignment().reassignments();
        int difference = reassignments - row.counts().reassignments();
        is(
                Check.REASSIGNMENTS,
                difference == 0,
                difference == incident.explainedReassignments() ? Explanation.STEPS : null,
                row,
                reassignments);
        int reopens = ticket.times().reopens();
        boolean before = reopens - row.counts().reopens() == -incident.reopensBefore();
        is(Check.REOPENS, reopens == row.counts().reopens(), before ? Explanation.CUT : null, row, reopens);
    }

    /** When everything is replayed: the backlogs, as the library counts them, and the journal. */
    void finish() {
        for (Backlog.Line line : backlog.lines(desk::openAt)) {
            if (line.library() == line.log()) {
                agreement.agreed(Check.BACKLOG);
            } else if (line.library() == line.log() + line.explained()) {
                agreement.explained(Check.BACKLOG, Explanation.INSTANTS);
            } else {
                agreement.disagreed(
                        Check.BACKLOG, line.library() + " at " + line.at() + " where the log has " + line.log());
            }
        }
        Verification verified = desk.verify();
        verified.firstBreak().ifPresent(broken -> agreement.disagreed(Check.JOURNAL, broken.toString()));
        for (long chain = verified.isIntact() ? 0 : 1; chain < verified.records(); chain++) {
            agreement.agreed(Check.JOURNAL);
        }
    }

    private void is(Check check, boolean agrees, @Nullable Explanation why, LogRow row, @Nullable Object library) {
        if (agrees) {
            agreement.agreed(check);
        } else if (why != null) {
            agreement.explained(check, why);
        } else {
            agreement.disagreed(check, row.number() + ", line " + row.line() + ": the library says " + library);
        }
    }
}
