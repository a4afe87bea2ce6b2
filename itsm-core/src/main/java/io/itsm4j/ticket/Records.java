package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.Anchor;
import io.itsm4j.journal.ChainHead;
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
        for (RecordType<?> type : engine.recordTypes()) {
            Verification kept = verify(tenant, type);
            records += kept.records();
            entries += kept.entries();
            if (!kept.isIntact()) {
                return new Verification(records, entries, kept.firstBreak());
            }
        }
        if (before > entries) {
            return new Verification(
                    records,
                    entries,
                    Optional.of(new Verification.Break("?", before - entries, "entries of a record that is gone")));
        }
        return new Verification(records, entries, Optional.empty());
    }

    private <R extends Kept> Verification verify(TenantId tenant, RecordType<R> type) {
        long records = 0;
        long entries = 0;
        String cursor = null;
        do {
            Page<R> page = page(tenant, type, cursor);
            for (R record : page.items()) {
                Chain seen = read(work -> chain(work, record.id(), tenant, record.chain()));
                Chain chain = seen.broken().isEmpty()
                        ? seen
                        : read(work -> {
                            R now = work.find(type.kind(), tenant, record.id(), Lock.WRITE)
                                    .orElse(record);
                            return chain(work, now.id(), tenant, now.chain());
                        });
                records++;
                entries += chain.length();
                if (chain.broken().isPresent()) {
                    return new Verification(records, entries, chain.broken());
                }
            }
            cursor = page.next().orElse(null);
        } while (cursor != null);
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
        return chain(work, ticket.id().value(), ticket.tenant(), ticket.chain());
    }

    private static Chain chain(UnitOfWork work, String subject, TenantId tenant, ChainHead head) {
        List<JournalEntry> entries = entries(work, subject, tenant);
        return new Chain(entries.size(), Verification.check(subject, head, entries));
    }

    private static List<JournalEntry> entries(UnitOfWork work, String subject, TenantId tenant) {
        List<JournalEntry> all = new ArrayList<>();
        List<JournalEntry> next;
        do {
            long last = all.isEmpty() ? 0 : all.get(all.size() - 1).sequence();
            next = work.list(Query.of(
                            JournalEntry.KIND,
                            tenant,
                            JournalEntry.SUBJECT.is(subject).and(JournalEntry.SEQUENCE.after(last)))
                    .sortedBy(Sort.ascending(JournalEntry.SEQUENCE)));
            all.addAll(next);
        } while (next.size() == Query.MOST);
        return all;
    }

    /** Not the caller's transaction, which may have none or an old snapshot. */
    private <T> T read(Function<UnitOfWork, T> work) {
        return engine.parts().store().inNewTransaction(work);
    }

    /** Seals all record heads of a tenant: tickets first, then each type of kept records, each in the order of ids. */
    public Anchor anchor(TenantId tenant) {
        Merkle tree = new Merkle();
        String cursor = null;
        do {
            Page<TicketRecord> page = page(tenant, cursor);
            page.items().forEach(ticket -> tree.add(ticket.id().value(), ticket.chain()));
            cursor = page.next().orElse(null);
        } while (cursor != null);
        engine.recordTypes().forEach(type -> add(tree, tenant, type));
        return new Anchor(tenant, engine.now(), tree.leaves(), tree.root());
    }

    private <R extends Kept> void add(Merkle tree, TenantId tenant, RecordType<R> type) {
        String cursor = null;
        do {
            Page<R> page = page(tenant, type, cursor);
            page.items().forEach(record -> tree.add(record.id(), record.chain()));
            cursor = page.next().orElse(null);
        } while (cursor != null);
    }

    private <R extends Kept> long erase(RecordErasure erasure, TenantId tenant, RecordType<R> type) {
        long changed = 0;
        String cursor = null;
        do {
            Page<R> page = page(tenant, type, cursor);
            for (R record : page.items()) {
                changed += erasure.erase(type, record) ? 1 : 0;
            }
            cursor = page.next().orElse(null);
        } while (cursor != null);
        return changed;
    }

    /** Erases a person; one transaction a ticket, so that a crash leaves each either erased or not. */
    public long erase(TenantId tenant, PersonId person) {
        PersonId pseudonym = PersonId.erased(engine.parts().ids().salt().substring(0, 12));
        long changed = 0;
        String cursor = null;
        do {
            Page<TicketRecord> page = page(tenant, cursor);
            for (TicketRecord ticket : page.items()) {
                changed += new Erasure(engine, person, pseudonym).erase(ticket) ? 1 : 0;
            }
            cursor = page.next().orElse(null);
        } while (cursor != null);
        RecordErasure erasure = new RecordErasure(engine, person, pseudonym);
        for (RecordType<?> type : engine.recordTypes()) {
            changed += erase(erasure, tenant, type);
        }
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

    private <R extends Kept> Page<R> page(TenantId tenant, RecordType<R> type, @Nullable String cursor) {
        return read(work -> Paging.page(
                work,
                type.kind(),
                type.id(),
                tenant,
                PageRequest.<R>all().ofSize(PAGE).at(cursor),
                Criterion.all(),
                List.of()));
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
