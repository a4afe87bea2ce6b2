package io.itsm4j.journal;

/**
 * The end of a record's chain, carried by the record's own row so that a step reads nothing extra.
 *
 * @param sequence the number of entries, 0 for none
 * @param hash the last entry's hash
 */
public record ChainHead(long sequence, String hash) {

    /** Before the first entry. */
    public static final ChainHead NONE = new ChainHead(0, JournalEntry.GENESIS);

    /** After the entry. */
    public static ChainHead of(JournalEntry entry) {
        return new ChainHead(entry.sequence(), entry.hash());
    }
}
