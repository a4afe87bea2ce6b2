/**
 * Formats of others: iCalendar, recurrence rules, the holidays of Jollyday, statuses of TM Forum's APIs, the journal as
 * event logs, and feeds of configuration items as CSV and JSON. A class that needs a library names it; it is an
 * optional dependency, used here only, and nothing else in the library asks for it. May use what lies below the
 * practices, and the port of the practice that a format feeds.
 */
@NullMarked
package io.itsm4j.interop;

import org.jspecify.annotations.NullMarked;
