package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes one person out of one ticket. Their id becomes a pseudonym; what they wrote, and title, description and custom
 * fields of tickets they asked for, are blanked; in the journal the values of then and now go with their salts, and the
 * commitments stay.
 */
final class Erasure {

    private static final String BLANK = "(erased)";
    private static final Set<String> WORDS = Set.of("title", "description");

    private final Engine engine;
    private final PersonId person;
    private final PersonId pseudonym;

    Erasure(Engine engine, PersonId person, PersonId pseudonym) {
        this.engine = engine;
        this.person = person;
        this.pseudonym = pseudonym;
    }

    boolean erase(TicketRecord seen) {
        return engine.parts().store().inNewTransaction(work -> {
            TicketRecord ticket = work.find(
                            TicketAttributes.KIND, seen.tenant(), seen.id().value(), Lock.WRITE)
                    .orElse(null);
            if (ticket == null) {
                return false;
            }
            List<JournalEntry> entries = all(
                    work,
                    JournalEntry.KIND,
                    JournalEntry.ID,
                    ticket.tenant(),
                    JournalEntry.SUBJECT.is(ticket.id().value()));
            boolean concerned = isTheirs(ticket)
                    || ticket.people().watchers().contains(person)
                    || person.equals(ticket.assignment().assignee())
                    || entries.stream().anyMatch(this::names);
            if (!concerned) {
                return false;
            }
            boolean theirs = isTheirs(ticket);
            Set<String> words = theirs ? wordsOf(ticket, entries) : Set.of();
            engine.writing().write(work, List.of(rewrite(work, engine.type(ticket.type()), ticket)));
            forget(work, entries, words, theirs);
            work.flush();
            return true;
        });
    }

    private boolean isTheirs(TicketRecord ticket) {
        People people = ticket.people();
        return people.requester().equals(person)
                || people.openedFor().equals(person)
                || people.openedBy().equals(person);
    }

    private boolean names(JournalEntry entry) {
        return entry.actor().equals(person)
                || entry.personal().values().stream()
                        .anyMatch(salted -> salted.value().equals(person.value()));
    }

    /** What title and description say and ever said; other entries may quote them. */
    private static Set<String> wordsOf(TicketRecord ticket, List<JournalEntry> entries) {
        Stream<Object> earlier = entries.stream()
                .flatMap(entry -> entry.changes().stream())
                .filter(change -> WORDS.contains(change.field()))
                .flatMap(change -> Stream.of(change.from(), change.to()).filter(Objects::nonNull));
        return Stream.concat(
                        Stream.of(ticket.content().title(), ticket.content().description()), earlier)
                .map(String::valueOf)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }

    private <D> Decided<D> rewrite(UnitOfWork work, TicketType<D> type, TicketRecord ticket) {
        Acting acting = Acting.system(ticket.tenant());
        return engine.step(
                work,
                acting,
                type,
                ticket,
                StandardActions.ERASE,
                Reason.NONE,
                (unit, draft) -> {
                    People p = draft.people();
                    draft.people(new People(
                            swap(p.requester()),
                            swap(p.openedFor()),
                            swap(p.openedBy()),
                            p.organisationUnit(),
                            p.channel(),
                            p.watchers().stream().filter(w -> !w.equals(person)).collect(Collectors.toSet())));
                    if (isTheirs(ticket)) {
                        draft.content(
                                new Content(BLANK, draft.content().description().isEmpty() ? "" : BLANK));
                        draft.fields(type.fields().erased(draft.fields(), BLANK));
                    }
                    Assignment a = draft.assignment();
                    if (person.equals(a.assignee())) {
                        draft.assignment(
                                new Assignment(a.group(), pseudonym, a.tier(), a.reassignments(), a.escalations()));
                    }
                    draft.details(type.erased(draft.details(), person, pseudonym))
                            .silently();
                    rows(unit, draft);
                    type.eraseRows(draft.ledger(), draft.id(), person, pseudonym);
                },
                CommandKey.NONE);
    }

    private <D> void rows(UnitOfWork work, Draft<D> draft) {
        TenantId tenant = draft.tenant();
        Criterion<Comment> theirs = Comment.TICKET.is(draft.id()).and(Comment.AUTHOR.is(person));
        for (Comment c : all(work, Comment.KIND, Comment.ID, tenant, theirs)) {
            draft.write(
                    Comment.KIND,
                    c,
                    new Comment(c.id(), c.tenant(), c.ticket(), pseudonym, c.visibility(), BLANK, c.at()));
        }
        for (WorkLog w : all(work, WorkLog.KIND, WorkLog.ID, tenant, WorkLog.TICKET.is(draft.id()))) {
            if (w.person().equals(person)) {
                draft.write(
                        WorkLog.KIND,
                        w,
                        new WorkLog(
                                w.id(),
                                w.tenant(),
                                w.ticket(),
                                pseudonym,
                                w.minutes(),
                                w.costMinor(),
                                w.currency(),
                                w.billable(),
                                w.note().isEmpty() ? "" : BLANK,
                                w.at()));
            }
        }
        for (Task t : all(work, Task.KIND, Task.ID, tenant, Task.TICKET.is(draft.id()))) {
            if (person.equals(t.assignee())) {
                draft.write(Task.KIND, t, t.to(t.group(), pseudonym));
            }
        }
        for (Attachment a : all(work, Attachment.KIND, Attachment.ID, tenant, Attachment.TICKET.is(draft.id()))) {
            if (a.by().equals(person)) {
                draft.write(
                        Attachment.KIND,
                        a,
                        new Attachment(
                                a.id(),
                                a.tenant(),
                                a.ticket(),
                                "erased",
                                a.mediaType(),
                                a.size(),
                                a.sha256(),
                                a.visibility(),
                                pseudonym,
                                a.at()));
            }
        }
        Criterion<Link> ends = Link.FROM.is(draft.id()).or(Link.TO.is(draft.id()));
        for (Link l : all(work, Link.KIND, Link.ID, tenant, ends)) {
            if (l.by().equals(person)) {
                draft.write(Link.KIND, l, new Link(l.id(), l.tenant(), l.from(), l.type(), l.to(), pseudonym, l.at()));
            }
        }
    }

    private static <R> List<R> all(
            UnitOfWork work, RecordKind<R> kind, Attribute<R, String> id, TenantId tenant, Criterion<R> criterion) {
        return Paging.all(work, Query.of(kind, tenant, criterion), id);
    }

    private void forget(UnitOfWork work, List<JournalEntry> entries, Set<String> words, boolean theirs) {
        Predicate<String> fields = field -> theirs && (WORDS.contains(field) || field.startsWith(Changes.CUSTOM));
        for (JournalEntry entry : entries) {
            boolean byThem = entry.actor().equals(person);
            Predicate<String> goes = value -> byThem || value.equals(person.value()) || words.contains(value);
            JournalEntry left = entry.without(person, pseudonym, goes, fields);
            if (!left.equals(entry)) {
                work.update(JournalEntry.KIND, entry, left);
            }
        }
    }

    private PersonId swap(PersonId present) {
        return present.equals(person) ? pseudonym : present;
    }
}
