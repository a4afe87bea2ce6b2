package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * The input of changing tags.
 *
 * @param add words to add
 * @param remove words to take off
 */
public record ChangeTags(
        @Size(max = Classification.TAGS) Set<@Line(max = 50, required = true) String> add, Set<String> remove) {

    /** Copies the words. */
    public ChangeTags {
        add = Set.copyOf(add);
        remove = Set.copyOf(remove);
    }
}
