/**
 * Service levels: agreements with customers, groups and suppliers, the clocks that measure them on each ticket, what
 * happens at their thresholds, and why a figure is what it is. A clock is a pure fold over the recorded facts of its
 * ticket, a revision of an agreement and a revision of a calendar; replaying the facts gives the same figures as living
 * through them. May depend on actor, storage, lifecycle, journal, input, calendar and ticket.
 */
@NullMarked
package io.itsm4j.sla;

import org.jspecify.annotations.NullMarked;
