package io.itsm4j.interop;

import io.itsm4j.NotFound;
import io.itsm4j.NotPermitted;
import io.itsm4j.actor.PersonId;
import io.itsm4j.journal.Digests;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Queue;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.Tickets;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The journal as a log for process mining: XES (IEEE 1849) or OCEL 2.0. It holds what the actor may see: the tickets of
 * their tenant, of the types they may export, without the restricted ones of other groups. Titles, descriptions and
 * comments are left out; what was erased stays erased.
 *
 * <p>Immutable. It reads page by page in transactions of its own, so memory does not grow with the number of tickets,
 * and commands may go on meanwhile: a log is right for each ticket, not a picture of one instant over all of them.
 */
public final class JournalExport {

    private static final int PAGE = 100;

    private final Queue queue;
    private final Criterion<TicketRecord> which;
    private final UnaryOperator<String> people;
    private final Set<String> fields;

    private JournalExport(
            Queue queue, Criterion<TicketRecord> which, UnaryOperator<String> people, Set<String> fields) {
        this.queue = queue;
        this.which = which;
        this.people = people;
        this.fields = fields;
    }

    /** The export of all that the queue's actor may export, people by their ids. */
    public static JournalExport of(Queue queue) {
        return new JournalExport(queue, Criterion.all(), id -> id, Set.of());
    }

    /** The same, for the tickets that satisfy a condition. */
    public JournalExport only(Criterion<TicketRecord> condition) {
        return new JournalExport(queue, which.and(condition), people, fields);
    }

    /**
     * The same, with a pseudonym in place of each person: {@code p-} and 24 hexadecimal digits of the SHA-256 of the
     * secret and the id, so that logs made with one secret can be compared and nobody without it can try ids out.
     *
     * @param secret known to nobody who gets the log; at least 16 characters
     * @throws IllegalArgumentException when the secret is shorter
     */
    public JournalExport pseudonymised(String secret) {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("a secret has at least 16 characters");
        }
        return new JournalExport(
                queue, which, id -> "p-" + Digests.sha256(secret, id).substring(0, 24), fields);
    }

    /**
     * The same, with further journalled fields as attributes: a type's own details by their names, custom fields as
     * {@code field.key}. Values may then tell of people; what was erased reads as {@code (erased)}.
     */
    public JournalExport withFields(String... names) {
        Set<String> more = new TreeSet<>(fields);
        more.addAll(List.of(names));
        return new JournalExport(queue, which, people, more);
    }

    /**
     * Writes a XES log in UTF-8: a trace for each ticket, an event for each journal entry, the extensions concept,
     * time, org, lifecycle and identity.
     *
     * @param out not closed
     * @throws NotPermitted with {@code NOT_PERMITTED} when the actor may export no type
     * @throws IOException from the stream
     */
    public ExportReport xes(OutputStream out) throws IOException {
        return new XesLog(this).write(out);
    }

    /**
     * Writes an OCEL 2.0 log as JSON in UTF-8. Objects are tickets, people, groups and configuration items; events are
     * journal entries; tickets are related as they are linked. The journal is read twice, and the ids of people, groups
     * and items are kept in memory meanwhile.
     *
     * @param out not closed
     * @throws NotPermitted with {@code NOT_PERMITTED} when the actor may export no type
     * @throws IOException from the stream
     */
    public ExportReport ocel(OutputStream out) throws IOException {
        return new OcelLog(this).write(out);
    }

    List<Tickets<?>> sources() {
        List<Tickets<?>> sources = queue.exportable();
        if (sources.isEmpty()) {
            throw new NotPermitted(
                    "NOT_PERMITTED",
                    Map.of("actor", queue.actor().id(), "permission", "export", "roles", List.of("AUDITOR")));
        }
        return sources;
    }

    String person(PersonId id) {
        return people.apply(id.value());
    }

    Set<String> fields() {
        return fields;
    }

    /** What a log does with one ticket. */
    @FunctionalInterface
    interface Visit<D> {
        void on(Tickets<D> source, Ticket<D> ticket) throws IOException;
    }

    /** What a log does with one entry. */
    @FunctionalInterface
    interface Entry {
        void on(JournalEntry entry) throws IOException;
    }

    /** Every ticket of a type, oldest first. */
    <D> void tickets(Tickets<D> source, Visit<D> visit) throws IOException {
        String cursor = null;
        do {
            PageRequest<TicketRecord> request = PageRequest.of(which)
                    .ofSize(PAGE)
                    .sortedBy(Sort.ascending(TicketAttributes.CREATED_AT))
                    .at(cursor);
            Page<Ticket<D>> page = source.page(request);
            for (Ticket<D> ticket : page.items()) {
                visit.on(source, ticket);
            }
            cursor = page.next().orElse(null);
        } while (cursor != null);
    }

    /** Every entry of a ticket, first one first; none any more when it was taken out of sight meanwhile. */
    void entries(Tickets<?> source, TicketId id, Entry visit) throws IOException {
        String cursor = null;
        do {
            Page<JournalEntry> page = page(source, id, cursor);
            for (JournalEntry entry : page.items()) {
                visit.on(entry);
            }
            cursor = page.next().orElse(null);
        } while (cursor != null);
    }

    private static Page<JournalEntry> page(Tickets<?> source, TicketId id, @Nullable String cursor) {
        try {
            return source.journal(
                    id, PageRequest.<JournalEntry>all().ofSize(PAGE).at(cursor));
        } catch (NotFound gone) {
            return new Page<>(List.of(), java.util.Optional.empty());
        }
    }

    /** Whether the log has the ticket. */
    boolean holds(List<Tickets<?>> sources, TicketId id) {
        Criterion<TicketRecord> wanted = which.and(TicketAttributes.ID.is(id.value()));
        return sources.stream().anyMatch(source -> source.count(wanted) > 0);
    }
}
