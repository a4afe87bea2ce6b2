package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.PersonId;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.Anchor;
import io.itsm4j.journal.Digests;
import io.itsm4j.journal.FieldChange;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.Merkle;
import io.itsm4j.journal.Verification;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journal: one entry a command, chained, verifiable, sealed; and whatever is tampered with is found. */
public abstract class JournalContract extends Contract {

    private final List<Anchor> sealed = new ArrayList<>();
    private Itsm itsm;
    private Incidents incidents;
    private Ticket<Incident> ticket;

    @BeforeEach
    void threeEntries() {
        itsm = builder().anchors(sealed::add).build();
        incidents = itsm.as(bob).incidents();
        ticket = incidents.open(OpenTicket.titled("Printer").requestedBy("alice"));
        clock.advance(Duration.ofMinutes(5));
        incidents.comment(ticket.id(), AddComment.publicly("on my way"));
        clock.advance(Duration.ofMinutes(5));
        incidents.resolve(ticket.id(), ResolveIncident.with("FIXED", "paper jam"));
    }

    private List<JournalEntry> journal() {
        return incidents.tickets().journal(ticket.id(), PageRequest.all()).items();
    }

    @Test
    void tells_what_happened_in_order_with_versions_and_times() {
        List<JournalEntry> entries = journal();

        assertThat(entries)
                .extracting(JournalEntry::event)
                .containsExactly("TicketOpened", "TicketCommented", "TicketResolved");
        assertThat(entries).extracting(JournalEntry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(entries).extracting(JournalEntry::resultVersion).containsExactly(1L, 2L, 3L);
        assertThat(entries)
                .extracting(JournalEntry::occurredAt)
                .containsExactly(
                        Instant.parse("2026-03-02T09:00:00Z"),
                        Instant.parse("2026-03-02T09:05:00Z"),
                        Instant.parse("2026-03-02T09:10:00Z"));
        assertThat(entries).extracting(JournalEntry::actor).containsOnly(bob.id());
        assertThat(entries.get(2).changes())
                .contains(
                        new FieldChange("state", "NEW", "RESOLVED"),
                        new FieldChange("resolutionCode", null, "FIXED"),
                        new FieldChange("resolutionNotes", null, "paper jam"));
        assertThat(entries.get(1).data()).containsEntry("body", "on my way");
    }

    @Test
    void pages_through_the_journal() {
        PageRequest<JournalEntry> two = PageRequest.<JournalEntry>all().ofSize(2);

        var first = incidents.tickets().journal(ticket.id(), two);
        var second =
                incidents.tickets().journal(ticket.id(), two.at(first.next().orElseThrow()));

        assertThat(first.items()).extracting(JournalEntry::sequence).containsExactly(1L, 2L);
        assertThat(second.items()).extracting(JournalEntry::sequence).containsExactly(3L);
        assertThat(second.next()).isEmpty();
    }

    @Test
    void verifies_what_was_not_touched() {
        incidents.open(OpenTicket.titled("Scanner"));

        Verification verification = itsm.verify(ACME);

        assertThat(verification.isIntact()).isTrue();
        assertThat(verification.records()).isEqualTo(2);
        assertThat(verification.entries()).isEqualTo(4);
    }

    @Test
    void finds_an_altered_entry() {
        tamper((unit, entries) -> unit.update(
                JournalEntry.KIND,
                entries.get(1),
                with(
                        entries.get(1),
                        entries.get(1).canonical().replace("PUBLIC", "SECRET"),
                        entries.get(1).hash())));

        assertBroken(2, "its content was altered");
    }

    @Test
    void finds_an_entry_that_was_altered_and_hashed_anew() {
        tamper((unit, entries) -> {
            JournalEntry second = entries.get(1);
            String canonical = second.canonical().replace("PUBLIC", "SECRET");
            unit.update(
                    JournalEntry.KIND,
                    second,
                    with(second, canonical, Digests.sha256(second.previousHash(), canonical)));
        });

        assertBroken(3, "it does not follow the entry before");
    }

    /** What readers of the journal read, each altered beside an untouched form. */
    private static final Map<String, UnaryOperator<JournalEntry>> FALSEHOODS = Map.of(
            "the event", e -> beside(e, "TicketCancelled", e.action(), e.subjectKind(), 0, 0, e.actor(), 0),
            "the action", e -> beside(e, e.event(), "cancel", e.subjectKind(), 0, 0, e.actor(), 0),
            "the kind", e -> beside(e, e.event(), e.action(), "approval", 0, 0, e.actor(), 0),
            "when it happened", e -> beside(e, e.event(), e.action(), e.subjectKind(), 1, 0, e.actor(), 0),
            "when it was written", e -> beside(e, e.event(), e.action(), e.subjectKind(), 0, 1, e.actor(), 0),
            "the version", e -> beside(e, e.event(), e.action(), e.subjectKind(), 0, 0, e.actor(), 7),
            "the actor", e -> beside(e, e.event(), e.action(), e.subjectKind(), 0, 0, PersonId.of("mallory"), 0),
            "an erased actor",
                    e -> beside(e, e.event(), e.action(), e.subjectKind(), 0, 0, PersonId.of("erased-1"), 0));

    @Test
    void finds_whatever_was_altered_beside_the_form() {
        JournalEntry second = journal().get(1);
        FALSEHOODS.forEach((what, alter) -> {
            tamper((unit, entries) -> unit.update(JournalEntry.KIND, entries.get(1), alter.apply(second)));
            assertThat(journal().get(1)).as(what).isNotEqualTo(second);

            assertThat(itsm.verify(ACME).firstBreak())
                    .as(what)
                    .contains(new Verification.Break(ticket.id().value(), 2, "its content was altered"));
        });

        tamper((unit, entries) -> unit.update(JournalEntry.KIND, entries.get(1), second));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void finds_an_actor_put_in_the_place_of_an_erased_one() {
        itsm.erase(ACME, bob.id());
        assertThat(itsm.verify(ACME).isIntact()).isTrue();

        tamper((unit, entries) -> unit.update(
                JournalEntry.KIND,
                entries.get(1),
                beside(
                        entries.get(1),
                        entries.get(1).event(),
                        entries.get(1).action(),
                        "ticket",
                        0,
                        0,
                        PersonId.of("mallory"),
                        0)));

        assertBroken(2, "its content was altered");
    }

    @Test
    void finds_a_form_that_is_none() {
        tamper((unit, entries) -> {
            JournalEntry third = entries.get(2);
            unit.update(JournalEntry.KIND, third, with(third, "[1", Digests.sha256(third.previousHash(), "[1")));
        });

        assertBroken(3, "its content was altered");
    }

    @Test
    void finds_an_entry_taken_out_of_the_middle() {
        tamper((unit, entries) -> unit.delete(JournalEntry.KIND, entries.get(1)));

        assertBroken(2, "an entry is missing");
    }

    @Test
    void finds_entries_cut_off_at_the_end() {
        tamper((unit, entries) -> unit.delete(JournalEntry.KIND, entries.get(2)));

        assertBroken(3, "the last entries are missing");
    }

    @Test
    void finds_entries_of_a_record_that_is_gone() {
        store.inNewTransaction(unit -> {
            TicketRecord record = unit.find(
                            TicketAttributes.KIND, ACME, ticket.id().value(), Lock.WRITE)
                    .orElseThrow();
            unit.delete(TicketAttributes.KIND, record);
            return true;
        });

        Verification verification = itsm.verify(ACME);

        assertThat(verification.firstBreak())
                .hasValueSatisfying(at -> assertThat(at.reason()).isEqualTo("entries of a record that is gone"));
    }

    @Test
    void seals_the_heads_of_all_records_in_one_root() {
        Anchor first = itsm.anchor(ACME);
        Anchor same = itsm.anchor(ACME);
        incidents.comment(ticket.id(), AddComment.internally("done"));
        Anchor later = itsm.anchor(ACME);

        assertThat(sealed).containsExactly(first, same, later);
        assertThat(first.records()).isEqualTo(1);
        assertThat(same.root()).isEqualTo(first.root());
        assertThat(later.root()).isNotEqualTo(first.root());
        TicketRecord record = store.inNewTransaction(
                unit -> unit.find(TicketAttributes.KIND, ACME, ticket.id().value(), Lock.NONE)
                        .orElseThrow());
        Merkle tree = new Merkle();
        tree.add(record.id().value(), record.chain());
        assertThat(later.root()).isEqualTo(tree.root());
    }

    @Test
    void refuses_to_seal_without_a_place_to_keep_the_seal() {
        Itsm without = builder().build();

        refused(RuleViolated.class, "NO_SINK", () -> without.anchor(ACME));

        assertThat(without.verify(ACME).entries()).isEqualTo(3);
    }

    private void tamper(BiConsumer<UnitOfWork, List<JournalEntry>> how) {
        store.inNewTransaction(unit -> {
            List<JournalEntry> entries = unit.list(Query.of(
                            JournalEntry.KIND,
                            ACME,
                            JournalEntry.SUBJECT.is(ticket.id().value()))
                    .sortedBy(Sort.ascending(JournalEntry.SEQUENCE)));
            how.accept(unit, entries);
            return true;
        });
    }

    private void assertBroken(long sequence, String reason) {
        Verification verification = itsm.verify(ACME);
        assertThat(verification.isIntact()).isFalse();
        assertThat(verification.firstBreak())
                .contains(new Verification.Break(ticket.id().value(), sequence, reason));
    }

    private static JournalEntry beside(
            JournalEntry e,
            String event,
            String action,
            String kind,
            long later,
            long recordedLater,
            PersonId actor,
            long version) {
        return new JournalEntry(
                e.id(),
                e.tenant(),
                kind,
                e.subjectId(),
                e.sequence(),
                event,
                action,
                e.occurredAt().plusNanos(later * 1_000),
                e.recordedAt().plusNanos(recordedLater * 1_000),
                actor,
                e.resultVersion() + version,
                e.canonical(),
                e.personal(),
                e.previousHash(),
                e.hash(),
                e.commandKey(),
                e.payloadHash());
    }

    private static JournalEntry with(JournalEntry e, String canonical, String hash) {
        return new JournalEntry(
                e.id(),
                e.tenant(),
                e.subjectKind(),
                e.subjectId(),
                e.sequence(),
                e.event(),
                e.action(),
                e.occurredAt(),
                e.recordedAt(),
                e.actor(),
                e.resultVersion(),
                canonical,
                e.personal(),
                e.previousHash(),
                hash,
                e.commandKey(),
                e.payloadHash());
    }
}
