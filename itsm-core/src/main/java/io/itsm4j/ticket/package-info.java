/**
 * The ticket engine: what every ticket has, the one command path, comments, tasks, links, work logs, attachments,
 * routing, queries and due work. It knows no practice: a practice or a host declares a
 * {@link io.itsm4j.ticket.TicketType} and adds verbs. Depends on lifecycle, journal, storage and actor.
 */
@NullMarked
package io.itsm4j.ticket;

import org.jspecify.annotations.NullMarked;
