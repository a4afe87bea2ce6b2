package io.itsm4j.ticket;

import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.StateCategory;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * What a ticket does when a ticket that it is linked to gets somewhere: an action of its own, carried out by the
 * library within the same command. It is passed over when the ticket's state does not have the action.
 *
 * <p>The types are named, not imported, so that a practice can wait for another without knowing it.
 *
 * @param how the type of the link that leads from this ticket to the other
 * @param types the names of the other ticket's type
 * @param entering the categories that the other ticket comes to from a different one
 * @param when whether this ticket reacts
 * @param action the action of this ticket
 * @param effect what else it does
 * @param <D> what only this type of ticket has
 */
public record LinkReaction<D>(
        LinkType how,
        Set<String> types,
        Set<StateCategory> entering,
        BiPredicate<Moved, Ticket<D>> when,
        Action action,
        BiConsumer<Moved, Draft<D>> effect) {

    /**
     * The ticket that got somewhere.
     *
     * @param ticket it, as it is now
     * @param stillOpen how many other tickets of these types, linked in the same way, have not got that far
     */
    public record Moved(LinkedTicket ticket, long stillOpen) {}

    /** Copies the sets. */
    public LinkReaction {
        types = Set.copyOf(types);
        entering = Set.copyOf(entering);
    }

    boolean concerns(TicketRecord before, TicketRecord after) {
        StateCategory now = after.state().category();
        return types.contains(after.type())
                && entering.contains(now)
                && before.state().category() != now;
    }
}
