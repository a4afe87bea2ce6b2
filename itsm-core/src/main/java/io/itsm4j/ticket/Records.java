package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.Anchor;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.Merkle;
import io.itsm4j.journal.Verification;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Paging;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Work over all records of a tenant, page by page with bounded memory: verifying, sealing, erasing, sweeping. */
public final class Records {

    private static final int PAGE = 200;

    private final Engine engine;

    /** The records of an engine. */
    public Records(Engine engine) {
        this.engine = engine;
    }

    /** Checks every chain of a tenant. */
    public Verification verify(TenantId tenant) {
        long records = 0;
        long entries = 0;
        String cursor = null;
        do {
            Page<TicketRecord> page = page(tenant, cursor);
            for (TicketRecord ticket : page.items()) {
                Chain chain = chain(ticket);
                records++;
                entries += chain.length();
                if (chain.broken().isPresent()) {
                    return new Verification(records, entries, chain.broken());
                }
            }
            cursor = page.next().orElse(null);
        } while (cursor != null);
        long all = engine.read(work -> work.count(JournalEntry.KIND, tenant, Criterion.all()));
        if (all > entries) {
            return new Verification(
                    records,
                    entries,
                    Optional.of(new Verification.Break("?", all - entries, "entries of a record that is gone")));
        }
        return new Verification(records, entries, Optional.empty());
    }

    private record Chain(long length, Optional<Verification.Break> broken) {}

    private Chain chain(TicketRecord ticket) {
        List<JournalEntry> entries = entries(ticket);
        return new Chain(entries.size(), Verification.check(ticket.id().value(), ticket.chain(), entries));
    }

    private List<JournalEntry> entries(TicketRecord ticket) {
        return engine.read(work -> work.list(Query.of(
                        JournalEntry.KIND,
                        ticket.tenant(),
                        JournalEntry.SUBJECT.is(ticket.id().value()))
                .sortedBy(Sort.ascending(JournalEntry.SEQUENCE))));
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
                boolean used = !engine.read(work -> work.list(Query.of(Attachment.KIND, null, Attachment.ID.is(key))
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
        return engine.read(work -> Paging.page(
                work,
                TicketAttributes.KIND,
                TicketAttributes.ID,
                tenant,
                PageRequest.<TicketRecord>all().ofSize(PAGE).at(cursor),
                Criterion.all(),
                List.of()));
    }
}
