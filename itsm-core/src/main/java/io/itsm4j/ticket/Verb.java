package io.itsm4j.ticket;

import io.itsm4j.lifecycle.Action;
import java.util.function.Consumer;

/**
 * An action with its input and what it does to a draft: a verb as a value, to be carried out now or to be brought in as
 * history.
 *
 * @param action the action of the lifecycle
 * @param input the command's record
 * @param effect what it changes
 */
public record Verb<D>(Action action, Object input, Consumer<Draft<D>> effect) {}
