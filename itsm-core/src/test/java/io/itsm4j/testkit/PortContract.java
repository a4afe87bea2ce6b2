package io.itsm4j.testkit;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.UnitOfWork;
import io.itsm4j.ticket.Comment;
import io.itsm4j.ticket.Kinds;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** What the suites on the port itself share: an opened store and short ways to write and read. */
public abstract class PortContract extends Contract {

    @BeforeEach
    void openTheStore() {
        store.open(Kinds.ALL);
    }

    /** Writes in a transaction of its own. */
    protected void write(Consumer<UnitOfWork> work) {
        store.inNewTransaction(unit -> {
            work.accept(unit);
            return true;
        });
    }

    /** Reads in a transaction of its own. */
    protected <T> T read(Function<UnitOfWork, T> work) {
        return store.inNewTransaction(work);
    }

    /** Commits tickets. */
    protected void keep(TicketSample... tickets) {
        write(unit -> {
            for (TicketSample ticket : tickets) {
                unit.insert(TicketAttributes.KIND, ticket.record());
            }
        });
    }

    /** The committed ticket that a sample's counter names. */
    protected Optional<TicketRecord> kept(int counter) {
        return read(unit -> found(unit, counter, Lock.NONE));
    }

    /** The ticket that a sample's counter names. */
    protected static Optional<TicketRecord> found(UnitOfWork unit, int counter, Lock lock) {
        return unit.find(TicketAttributes.KIND, ACME, TicketSample.id(counter).value(), lock);
    }

    /** A tenant's committed ticket, if it is one. */
    protected Optional<TicketRecord> kept(TenantId tenant, int counter, Lock lock) {
        return read(unit -> unit.find(
                TicketAttributes.KIND, tenant, TicketSample.id(counter).value(), lock));
    }

    /** How many committed tickets of a tenant satisfy a condition. */
    protected long count(TenantId tenant, Criterion<TicketRecord> criterion) {
        return read(unit -> unit.count(TicketAttributes.KIND, tenant, criterion));
    }

    /** The numbers of the committed tickets that satisfy a condition, by primary key. */
    protected List<String> numbers(Criterion<TicketRecord> criterion) {
        return numbers(Query.of(TicketAttributes.KIND, ACME, criterion));
    }

    /** The numbers of the committed tickets that a query wants, in its order. */
    protected List<String> numbers(Query<TicketRecord> query) {
        return read(unit -> unit.list(query).stream().map(TicketRecord::number).toList());
    }

    /** A comment of Alice's on the ticket of the same counter. */
    protected static Comment comment(TenantId tenant, int counter, String body, Instant at) {
        return new Comment(
                String.format(Locale.ROOT, "00000000-0000-7000-9000-%012d", counter),
                tenant,
                TicketSample.id(counter),
                new PersonId("alice"),
                Comment.Visibility.PUBLIC,
                body,
                at);
    }
}
