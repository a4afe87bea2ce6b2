/** The table of clocks, written for lists and reports. */
@NullMarked
package io.itsm4j.jpa.sla;

import org.jspecify.annotations.NullMarked;
