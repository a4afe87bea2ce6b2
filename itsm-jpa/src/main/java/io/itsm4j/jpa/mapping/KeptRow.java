package io.itsm4j.jpa.mapping;

/** What every entity of a kept record has: its version, and the end of its journal. */
public interface KeptRow extends Row {

    /** The record's own counter. */
    long getVersion();

    /** The sequence of its last journal entry. */
    long getChainSequence();

    /** The hash of its last journal entry. */
    String getChainHash();
}
