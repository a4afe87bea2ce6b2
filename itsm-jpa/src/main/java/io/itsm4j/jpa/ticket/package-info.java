/** The tables of the ticket engine: tickets, what hangs on them, and their indexed values. */
@NullMarked
package io.itsm4j.jpa.ticket;

import org.jspecify.annotations.NullMarked;
