package io.itsm4j.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * The root of a binary hash tree over record heads, after RFC 9162: leaves and nodes are hashed with different
 * prefixes, and an odd node is carried up unchanged. Memory grows with the logarithm of the leaves.
 */
public final class Merkle {

    private final List<String> levels = new ArrayList<>();
    private long leaves;

    /** Adds the head of a record's chain; the order matters, so records are added in the order of their ids. */
    public void add(String subjectId, ChainHead head) {
        String node = Digests.sha256("leaf", subjectId, Long.toString(head.sequence()), head.hash());
        int level = 0;
        for (long carry = leaves; (carry & 1) == 1; carry >>= 1) {
            node = Digests.sha256("node", levels.get(level), node);
            level++;
        }
        if (level == levels.size()) {
            levels.add(node);
        } else {
            levels.set(level, node);
        }
        leaves++;
    }

    /** How many records were added. */
    public long leaves() {
        return leaves;
    }

    /** The root over all that was added; 64 zeros when there was nothing. */
    public String root() {
        String root = "";
        for (int level = 0; level < levels.size(); level++) {
            if ((leaves >> level & 1) == 1) {
                root = root.isEmpty() ? levels.get(level) : Digests.sha256("node", levels.get(level), root);
            }
        }
        return root.isEmpty() ? JournalEntry.GENESIS : root;
    }
}
