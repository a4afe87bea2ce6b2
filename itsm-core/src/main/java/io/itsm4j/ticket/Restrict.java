package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * The input of restricting who may see a ticket.
 *
 * @param groups the groups that alone may see it; empty lifts the restriction
 */
public record Restrict(@Size(max = 50) Set<@Line(max = 100, required = true) String> groups) {

    /** Copies the groups. */
    public Restrict {
        groups = Set.copyOf(groups);
    }
}
