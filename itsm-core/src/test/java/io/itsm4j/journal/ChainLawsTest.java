package io.itsm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Chains are whole as written, and broken exactly where somebody touched them. */
class ChainLawsTest {

    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId ALICE = PersonId.of("alice");
    private static final PersonId BOB = PersonId.of("bob");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final EntryForm form = new EntryForm(IdSource.seeded(1));

    private List<JournalEntry> chain(int length) {
        List<JournalEntry> entries = new ArrayList<>();
        ChainHead head = ChainHead.NONE;
        for (int i = 1; i <= length; i++) {
            Facts facts = new Facts(
                    "TicketCommented",
                    "comment",
                    List.of(new FieldChange("title", new Personal("old " + i), new Personal("new " + i))),
                    Map.of("n", i, "at", NINE, "who", new Personal("alice"), "many", List.of(new Personal("x"), 1L)),
                    null,
                    null);
            JournalEntry entry = form.chain(
                    ACME, "ticket", "subject", head, i, facts, i % 2 == 0 ? ALICE : BOB, NINE, NINE.plusSeconds(i));
            entries.add(entry);
            head = ChainHead.of(entry);
        }
        return entries;
    }

    private static Optional<Verification.Break> check(List<JournalEntry> all, List<JournalEntry> left) {
        return Verification.check("subject", ChainHead.of(all.get(all.size() - 1)), left);
    }

    private static JournalEntry changed(
            JournalEntry e,
            long sequence,
            String canonical,
            Map<String, Salted> personal,
            String previous,
            String hash) {
        return new JournalEntry(
                e.id(),
                e.tenant(),
                e.subjectKind(),
                e.subjectId(),
                sequence,
                e.event(),
                e.action(),
                e.occurredAt(),
                e.recordedAt(),
                e.actor(),
                e.resultVersion(),
                canonical,
                personal,
                previous,
                hash,
                e.commandKey(),
                e.payloadHash());
    }

    @Property(tries = 100)
    void a_chain_as_written_is_whole(@ForAll @IntRange(min = 1, max = 12) int length) {
        List<JournalEntry> chain = chain(length);
        assertThat(check(chain, chain)).isEmpty();
        assertThat(chain.get(0).previousHash()).isEqualTo("0".repeat(64));
    }

    @Property(tries = 300)
    void any_tampering_is_found_at_the_entry_that_was_touched(
            @ForAll @IntRange(min = 1, max = 8) int length,
            @ForAll @IntRange(min = 0, max = 7) int place,
            @ForAll @IntRange(min = 0, max = 7) int kind) {
        List<JournalEntry> chain = chain(length);
        int at = place % length;
        List<JournalEntry> left = new ArrayList<>(chain);
        JournalEntry e = chain.get(at);
        String forged = e.canonical().replace("\"action\":\"comment\"", "\"action\":\"approve\"");
        Map<String, Salted> swapped = new HashMap<>(e.personal());
        String first = swapped.keySet().iterator().next();
        swapped.put(first, new Salted("0".repeat(32), "forged"));
        switch (kind) {
            case 0 -> left.remove(at);
            case 1 -> left.set(at, changed(e, e.sequence(), forged, e.personal(), e.previousHash(), e.hash()));
            case 2 -> left.set(at, changed(e, e.sequence(), e.canonical(), swapped, e.previousHash(), e.hash()));
            case 3 -> left.set(at, changed(e, e.sequence(), e.canonical(), e.personal(), "f".repeat(64), e.hash()));
            case 4 ->
                left.set(at, changed(e, e.sequence(), e.canonical(), e.personal(), e.previousHash(), "f".repeat(64)));
            case 5 ->
                left.set(at, changed(e, e.sequence() + 1, e.canonical(), e.personal(), e.previousHash(), e.hash()));
            case 6 -> left.add(at, e);
            default -> left.subList(at, length).clear();
        }
        Verification.Break found = check(chain, left).orElseThrow();
        assertThat(found.subjectId()).isEqualTo("subject");
        assertThat(found.reason()).isNotBlank();
        assertThat(found.sequence()).isEqualTo(kind == 6 ? at + 2 : at + 1);
    }

    @Test
    void a_forged_entry_with_a_hash_of_its_own_breaks_the_one_after_it() {
        List<JournalEntry> chain = chain(3);
        JournalEntry e = chain.get(1);
        String forged = e.canonical().replace("[\"title\"", "[\"topic\"");
        List<JournalEntry> left = new ArrayList<>(chain);
        left.set(1, changed(e, 2, forged, e.personal(), e.previousHash(), Digests.sha256(e.previousHash(), forged)));
        assertThat(check(chain, left))
                .contains(new Verification.Break("subject", 3, "it does not follow the entry before"));
    }

    @Test
    void a_chain_forged_to_its_end_is_betrayed_by_the_head() {
        List<JournalEntry> chain = chain(2);
        JournalEntry e = chain.get(1);
        String forged = e.canonical().replace("[\"title\"", "[\"topic\"");
        List<JournalEntry> left = new ArrayList<>(chain);
        left.set(1, changed(e, 2, forged, e.personal(), e.previousHash(), Digests.sha256(e.previousHash(), forged)));
        assertThat(check(chain, left)).contains(new Verification.Break("subject", 3, "the last entries are missing"));
    }

    @Test
    void personal_values_enter_the_chain_as_commitments_only_and_are_shown_from_beside_it() {
        JournalEntry entry = chain(1).get(0);
        assertThat(entry.canonical()).doesNotContain("old 1", "new 1", "alice", "bob");
        assertThat(entry.changes()).containsExactly(new FieldChange("title", "old 1", "new 1"));
        assertThat(entry.data())
                .containsEntry("n", 1L)
                .containsEntry("who", "alice")
                .containsEntry("at", "2026-03-02T09:00:00Z")
                .containsEntry("many", List.of("x", 1L));
        assertThat(entry.personal()).hasSize(5);
        assertThat(entry.personal().values().stream().map(Salted::salt).distinct())
                .hasSize(5)
                .allMatch(salt -> salt.matches("[0-9a-f]{32}"));
    }

    @Test
    void the_same_value_is_committed_to_differently_each_time() {
        List<JournalEntry> chain = chain(2);
        assertThat(chain.get(0).personal().keySet())
                .doesNotContainAnyElementsOf(chain.get(1).personal().keySet());
    }

    @Property(tries = 50)
    void erasing_leaves_every_chain_whole_and_nothing_of_the_person(@ForAll @IntRange(min = 1, max = 8) int length) {
        List<JournalEntry> chain = chain(length);
        PersonId pseudonym = PersonId.of("erased-1");
        List<JournalEntry> left = chain.stream()
                .map(entry ->
                        entry.without(ALICE, pseudonym, value -> value.equals("alice") || value.startsWith("new")))
                .toList();
        assertThat(check(chain, left)).isEmpty();
        assertThat(left.toString()).doesNotContain("alice", "value=new");
        for (JournalEntry entry : left) {
            assertThat(entry.changes().get(0).to()).isEqualTo("(erased)");
            assertThat(entry.changes().get(0).from()).isEqualTo("old " + entry.sequence());
            assertThat(entry.data()).containsEntry("who", "(erased)");
            assertThat(entry.actor()).isEqualTo(entry.sequence() % 2 == 0 ? pseudonym : BOB);
            assertThat(entry.isIntact()).isTrue();
        }
    }

    /** The tree as RFC 9162 defines it: split at the largest power of two below the number of leaves. */
    private static String naive(List<String> leaves) {
        if (leaves.isEmpty()) {
            return "0".repeat(64);
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Digests.sha256("node", naive(leaves.subList(0, split)), naive(leaves.subList(split, leaves.size())));
    }

    @Property(tries = 200)
    void the_anchor_is_the_root_of_the_naive_tree(@ForAll @IntRange(min = 0, max = 200) int size) {
        Merkle merkle = new Merkle();
        List<String> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String hash = Digests.sha256("h" + i);
            merkle.add("s" + i, new ChainHead(i, hash));
            leaves.add(Digests.sha256("leaf", "s" + i, String.valueOf(i), hash));
        }
        assertThat(merkle.leaves()).isEqualTo(size);
        assertThat(merkle.root()).isEqualTo(naive(leaves));
    }

    @Test
    void a_digest_ends_each_part_so_that_parts_cannot_be_moved() {
        assertThat(Digests.sha256("ab", "c")).isNotEqualTo(Digests.sha256("a", "bc"));
        assertThat(Digests.sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(Digests.sha256("")).isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }
}
