/** Working time: calendars as data, and exact arithmetic on them. Depends on the JDK and the exceptions only. */
@NullMarked
package io.itsm4j.calendar;

import org.jspecify.annotations.NullMarked;
