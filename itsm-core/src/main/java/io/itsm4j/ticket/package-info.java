/**
 * The ticket engine: what every ticket has, the one command path, comments, tasks, links, work logs, attachments,
 * routing, queries and due work; and the same path for records that are no tickets
 * ({@link io.itsm4j.ticket.RecordType}, {@link io.itsm4j.ticket.Registry}, {@link io.itsm4j.ticket.Ledger}). It knows
 * no practice: a practice or a host declares a {@link io.itsm4j.ticket.TicketType} or a record type and adds verbs.
 * Depends on lifecycle, journal, storage and actor.
 */
@NullMarked
package io.itsm4j.ticket;

import org.jspecify.annotations.NullMarked;
