package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.Anchor;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.Merkle;
import io.itsm4j.journal.Verification;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Work over all records of a tenant, page by page with bounded memory: verifying, sealing, erasing, sweeping. */
public final class Records {

    private static final int PAGE = 200;

    private final Engine engine;

    /** The records of an engine. */
    public Records(Engine engine) {
        this.engine = engine;
    }

    /**
     * Checks every chain of a tenant. Commands may go on meanwhile: what they wrote after it began is not missed, and a
     * chain that seems broken is looked at again while its record is held.
     */
    public Verification verify(TenantId tenant) {
        long before = read(work -> work.count(JournalEntry.KIND, tenant, Criterion.all()));
        long records = 0;
        long entries = 0;
        String cursor = null;
        do {
            Page<TicketRecord> page = page(tenant, cursor);
            for (TicketRecord ticket : page.items()) {
                Chain seen = read(work -> chain(work, ticket));
                Chain chain = seen.broken().isEmpty() ? seen : read(work -> held(work, ticket));
                records++;
                entries += chain.length();
                if (chain.broken().isPresent()) {
                    return new Verification(records, entries, chain.broken());
                }
            }
            cursor = page.next().orElse(null);
        } while (cursor != null);
        if (before > entries) {
            return new Verification(
                    records,
                    entries,
                    Optional.of(new Verification.Break("?", before - entries, "entries of a record that is gone")));
        }
        return new Verification(records, entries, Optional.empty());
    }

    private record Chain(long length, Optional<Verification.Break> broken) {}

    private static Chain held(UnitOfWork work, TicketRecord seen) {
        TicketRecord now = work.find(
                        TicketAttributes.KIND, seen.tenant(), seen.id().value(), Lock.WRITE)
                .orElse(seen);
        return chain(work, now);
    }

    private static Chain chain(UnitOfWork work, TicketRecord ticket) {
        List<JournalEntry> entries = entries(work, ticket);
        return new Chain(entries.size(), Verification.check(ticket.id().value(), ticket.chain(), entries));
    }

    private static List<JournalEntry> entries(UnitOfWork work, TicketRecord ticket) {
        List<JournalEntry> all = new ArrayList<>();
        List<JournalEntry> next;
        do {
            long last = all.isEmpty() ? 0 : all.get(all.size() - 1).sequence();
            next = work.list(Query.of(
                            JournalEntry.KIND,
                            ticket.tenant(),
                            JournalEntry.SUBJECT.is(ticket.id().value()).and(JournalEntry.SEQUENCE.after(last)))
                    .sortedBy(Sort.ascending(JournalEntry.SEQUENCE)));
            all.addAll(next);
        } while (next.size() == Query.MOST);
        return all;
    }

    /** Not the caller's transaction, which may have none or an old snapshot. */
    private <T> T read(Function<UnitOfWork, T> work) {
        return engine.parts().store().inNewTransaction(work);
    }

    /** Seals all record heads of a tenant, in the order of their ids. */
    public Anchor anchor(TenantId tenant) {
        Merkle tree = new Merkle();
        String cursor = null;
        do {
            Page<TicketRecord> page = page(tenant, cursor);
            page.items().forEach(ticket -> tree.add(ticket.id().value(), ticket.chain()));
            cursor = page.next().orElse(null);
        } while (cursor != null);
        return new Anchor(tenant, engine.now(), tree.leaves(), tree.root());
    }

    /** Erases a person; one transaction a ticket, so that a crash leaves each either erased or not. */
    public long erase(TenantId tenant, PersonId person) {
        PersonId pseudonym =
                new PersonId("erased-" + engine.parts().ids().salt().substring(0, 12));
        long changed = 0;
        String cursor = null;
        do {
            Page<TicketRecord> page = page(tenant, cursor);
            for (TicketRecord ticket : page.items()) {
                changed += new Erasure(engine, person, pseudonym).erase(ticket) ? 1 : 0;
            }
            cursor = page.next().orElse(null);
        } while (cursor != null);
        return changed;
    }

    /** Deletes bytes that no attachment refers to and that are older than a day. */
    public long sweepAttachments() {
        AttachmentStore bytes = Attaching.store(engine);
        long deleted = 0;
        try {
            for (String key : bytes.keysOlderThan(engine.now().minus(Duration.ofDays(1)))) {
                boolean used = !read(work -> work.list(Query.of(Attachment.KIND, null, Attachment.ID.is(key))
                                .limitedTo(1)))
                        .isEmpty();
                if (!used) {
                    bytes.delete(key);
                    deleted++;
                }
            }
        } catch (IOException failed) {
            throw new io.itsm4j.HostFault("HOST_ATTACHMENTS", java.util.Map.of("cause", failed.toString()), failed);
        }
        return deleted;
    }

    private Page<TicketRecord> page(TenantId tenant, @Nullable String cursor) {
        return read(work -> Paging.page(
                work,
                TicketAttributes.KIND,
                TicketAttributes.ID,
                tenant,
                PageRequest.<TicketRecord>all().ofSize(PAGE).at(cursor),
                Criterion.all(),
                List.of()));
    }
}
