/**
 * Formats of others: iCalendar, recurrence rules, and the holidays of Jollyday. Each class names the library that it
 * needs; it is an optional dependency, used here only, and nothing else in the library asks for it. May use what lies
 * below the practices.
 */
@NullMarked
package io.itsm4j.interop;

import org.jspecify.annotations.NullMarked;
