package io.itsm4j.examples.replay;

import io.itsm4j.incident.Incident;
import io.itsm4j.lifecycle.State;
import io.itsm4j.ticket.Ticket;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** How often incidents went from one of the library's states to another. */
final class Transitions {

    /** From a state to a state; the same twice when only the reason of a hold changed. */
    record Step(State from, State to) {}

    private final Map<Step, Long> counts =
            new TreeMap<>(Comparator.comparing((Step step) -> step.from().category())
                    .thenComparing(step -> step.to().category()));

    void add(Ticket<Incident> before, Ticket<Incident> after) {
        counts.merge(new Step(before.state(), after.state()), 1L, Long::sum);
    }

    Map<Step, Long> counts() {
        return counts;
    }
}
