package io.itsm4j.ticket;

/**
 * A line of a list of tasks across tickets.
 *
 * @param task the task
 * @param ticket the ticket whose work it is
 */
public record QueuedTask(Task task, TicketSummary ticket) {}
