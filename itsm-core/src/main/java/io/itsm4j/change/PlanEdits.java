package io.itsm4j.change;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The input of planning what a change will make of configuration items; it replaces what was planned before.
 *
 * @param edits all edits, in the order in which they are applied
 */
public record PlanEdits(@Size(max = 500) List<@Valid PlannedEdit> edits) {

    /** Copies the edits. */
    public PlanEdits {
        edits = List.copyOf(edits);
    }

    /** With these edits. */
    public static PlanEdits of(PlannedEdit... edits) {
        return new PlanEdits(List.of(edits));
    }
}
