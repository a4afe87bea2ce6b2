package io.itsm4j.ticket;

import io.itsm4j.actor.Role;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.State;
import java.util.List;
import java.util.Set;

/**
 * Why a ticket is as it is.
 *
 * @param number the ticket
 * @param priority why this priority, for people to read
 * @param actions each action of its lifecycle from here
 * @param timeline its latest entries, oldest first, at most 500
 */
public record Explanation(String number, String priority, List<ActionView> actions, List<JournalEntry> timeline) {

    /**
     * An action seen from the ticket's present state.
     *
     * @param action the action
     * @param to where it leads; the present state when it does not move
     * @param permitted whether the actor has a role for it
     * @param whoMay the roles of which one is needed
     * @param needs the input that must be given
     * @param failing the guards that stand against it as things are, each with its reason; more input may satisfy them
     */
    public record ActionView(
            Action action, State to, boolean permitted, Set<Role> whoMay, List<String> needs, List<String> failing) {}

    /** Copies the lists. */
    public Explanation {
        actions = List.copyOf(actions);
        timeline = List.copyOf(timeline);
    }
}
