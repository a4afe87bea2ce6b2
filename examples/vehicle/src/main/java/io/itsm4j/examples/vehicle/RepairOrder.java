package io.itsm4j.examples.vehicle;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/**
 * What the customer signs; raw input that is checked when the command runs.
 *
 * @param jobs what is to be done; each becomes a task
 * @param estimateCents what it may cost
 */
record RepairOrder(
        @NotEmpty List<@Line(max = 100, required = true) String> jobs,
        @Min(1) long estimateCents) {

    RepairOrder {
        jobs = List.copyOf(jobs);
    }

    static RepairOrder of(long estimateCents, String... jobs) {
        return new RepairOrder(List.of(jobs), estimateCents);
    }
}
