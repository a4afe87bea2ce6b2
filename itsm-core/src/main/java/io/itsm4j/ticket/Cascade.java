package io.itsm4j.ticket;

import io.itsm4j.lifecycle.Action;
import java.util.List;
import java.util.Map;

/**
 * Actions that a command passes on to the ticket's open children, one after the other; a child that does not allow one
 * in its state is left as it is.
 *
 * @param actions the actions in order
 * @param input their input, passed on
 * @param data further facts for the children's journals
 */
record Cascade(List<Action> actions, Object input, Map<String, ?> data) {}
