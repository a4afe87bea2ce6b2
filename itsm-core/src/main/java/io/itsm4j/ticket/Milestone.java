package io.itsm4j.ticket;

import io.itsm4j.lifecycle.Action;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something a ticket does by itself when its time comes. When it is due follows from the ticket alone; it is done at
 * most once for each cycle, whatever crashes or how many nodes there are.
 *
 * @param name the stable name
 * @param due when it is due by what the ticket says now; empty for never
 * @param cycle tells one occurrence from the next, for example the count of reminders
 * @param action the action that the library carries out as the system
 * @param input its input
 * @param effect what else it does
 */
public record Milestone<D>(
        String name,
        Function<Ticket<D>, Optional<Instant>> due,
        Function<Ticket<D>, String> cycle,
        Action action,
        Object input,
        Consumer<Draft<D>> effect) {}
