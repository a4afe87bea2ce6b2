package io.itsm4j.examples.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a ticket that is brought in closed, with a history of seven entries and a comment; both baselines of the
 * import write these.
 */
record History(TicketRow ticket, IncidentRow incident, CommentRow comment, List<JournalRow> journal) {

    static final Instant OPENED = Instant.parse("2026-01-05T08:00:00Z");

    /** Words it. */
    static History of(Story story, String tenant, long number) {
        String id = story.id(Instant.now());
        String title = Life.title(number);
        Head head = Head.none(tenant, id);
        List<JournalRow> journal = new ArrayList<>(7);
        Entry opened = story.opened(head, title, OPENED);
        TicketRow ticket = HibernateRows.ticket(opened, "INC" + number, title);
        head = added(journal, head, opened);
        head = added(journal, head, story.assigned(head, at(1)));
        HibernateRows.assigned(ticket);
        Entry started = story.started(head, at(2));
        HibernateRows.started(ticket, started);
        head = added(journal, head, started);
        String comment = story.id(Instant.now());
        Entry held = story.held(head, comment, at(3));
        head = added(journal, head, held);
        head = added(journal, head, story.resumed(head, at(4)));
        Entry resolved = story.resolved(head, at(5));
        HibernateRows.resolved(ticket, resolved);
        head = added(journal, head, resolved);
        Entry closed = story.closed(head, at(6));
        HibernateRows.closed(ticket, closed);
        added(journal, head, closed);
        HibernateRows.touched(ticket, closed);
        IncidentRow incident = HibernateRows.incident(opened);
        incident.resolutionCode = Life.CODE;
        incident.resolutionNotes = Life.NOTES;
        return new History(ticket, incident, HibernateRows.comment(comment, held), journal);
    }

    static Instant at(int minutes) {
        return OPENED.plusSeconds(60L * minutes);
    }

    private static Head added(List<JournalRow> journal, Head head, Entry entry) {
        journal.add(HibernateRows.journal(entry));
        return head.after(entry);
    }
}
