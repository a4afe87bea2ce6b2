package io.itsm4j.ticket;

import io.itsm4j.lifecycle.Action;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An action that a ticket takes by itself right after another of its own, within the same command. Sequels may follow
 * one another, up to a limit.
 *
 * @param after the actions it may follow
 * @param when whether it follows, by what the ticket has become; {@link Step#openTasks} counts what was just decided
 * @param action the action, which is passed over when the ticket's state does not have it
 * @param input its input
 * @param effect what else it does
 * @param <D> what only this type of ticket has
 */
public record Sequel<D>(
        Set<Action> after, Predicate<Step<D>> when, Action action, Object input, Consumer<Draft<D>> effect) {

    /** Copies the actions. */
    public Sequel {
        after = Set.copyOf(after);
    }
}
