package io.itsm4j.ticket;

import io.itsm4j.actor.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * A ticket with its history, to be brought in.
 *
 * @param row where it stands in the source, for the report
 * @param open how it was opened; its external reference keeps the number it had
 * @param details the details it was opened with
 * @param openedAt when it was opened
 * @param openedBy who opened it
 * @param steps what happened since, in order
 */
public record ImportedTicket<D>(
        long row, OpenTicket open, D details, Instant openedAt, PersonId openedBy, List<Step<D>> steps) {

    /**
     * One thing that happened.
     *
     * @param at when
     * @param by who did it
     * @param verb what was done
     */
    public record Step<D>(Instant at, PersonId by, Verb<D> verb) {}

    /** Copies the steps. */
    public ImportedTicket {
        steps = List.copyOf(steps);
    }
}
