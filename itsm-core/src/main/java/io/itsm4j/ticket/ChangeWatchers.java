package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * The input of changing who watches a ticket.
 *
 * @param add people to add
 * @param remove people to take off
 */
public record ChangeWatchers(
        @Size(max = People.WATCHERS) Set<@Line(max = 100, required = true) String> add, Set<String> remove) {

    /** Copies the people. */
    public ChangeWatchers {
        add = Set.copyOf(add);
        remove = Set.copyOf(remove);
    }
}
