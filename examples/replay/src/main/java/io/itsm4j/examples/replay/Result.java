package io.itsm4j.examples.replay;

import io.itsm4j.journal.Anchor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found.
 *
 * @param options what was asked for
 * @param log what the log is called
 * @param store what records were kept in
 * @param rows how many rows were replayed
 * @param incidents how many incidents they belong to
 * @param commands how many commands they took
 * @param took how long the replay took, without reading the log and starting the store
 * @param company whom the log named
 * @param agreement what was compared
 * @param refusals what the lifecycle refused
 * @param transitions from where to where incidents went
 * @param volumes how many and how long
 * @param backlog what was open when
 * @param seal the journal's digest
 * @param tried what an agreement would have made of it, or null when none was tried
 */
record Result(
        Options options,
        String log,
        String store,
        long rows,
        long incidents,
        long commands,
        Duration took,
        Company company,
        Agreement agreement,
        Refusals refusals,
        Transitions transitions,
        Volumes volumes,
        Backlog backlog,
        Anchor seal,
        @Nullable Tried tried) {}
