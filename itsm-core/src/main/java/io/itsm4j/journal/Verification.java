package io.itsm4j.journal;

import java.util.List;
import java.util.Optional;

/**
 * What a check of chains found.
 *
 * @param records how many records were checked
 * @param entries how many entries were checked
 * @param firstBreak where the first chain is broken; empty when all are intact
 */
public record Verification(long records, long entries, Optional<Break> firstBreak) {

    /**
     * The first broken link of a chain.
     *
     * @param subjectId the record
     * @param sequence the entry that is wrong or missing
     * @param reason what is wrong, in plain English
     */
    public record Break(String subjectId, long sequence, String reason) {}

    /** Whether everything is as it was written. */
    public boolean isIntact() {
        return firstBreak.isEmpty();
    }

    /**
     * Checks one record's chain.
     *
     * @param subject the record
     * @param head what the record's own row says
     * @param entries all its entries by sequence
     */
    public static Optional<Break> check(String subject, ChainHead head, List<JournalEntry> entries) {
        String previous = JournalEntry.GENESIS;
        long expected = 1;
        for (JournalEntry entry : entries) {
            if (entry.sequence() != expected) {
                return Optional.of(new Break(subject, expected, "an entry is missing"));
            }
            if (!entry.previousHash().equals(previous)) {
                return Optional.of(new Break(subject, expected, "it does not follow the entry before"));
            }
            if (!entry.isIntact()) {
                return Optional.of(new Break(subject, expected, "its content was altered"));
            }
            previous = entry.hash();
            expected++;
        }
        boolean ends = head.sequence() == expected - 1 && head.hash().equals(previous);
        return ends ? Optional.empty() : Optional.of(new Break(subject, expected, "the last entries are missing"));
    }
}
