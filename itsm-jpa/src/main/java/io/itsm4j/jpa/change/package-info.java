/** How changes, boards, windows, templates and bookings are laid into tables. */
@NullMarked
package io.itsm4j.jpa.change;

import org.jspecify.annotations.NullMarked;
