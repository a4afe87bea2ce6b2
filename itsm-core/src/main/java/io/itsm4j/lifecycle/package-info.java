/**
 * How a record lives: states in closed categories, actions, and the table of transitions that says what may happen from
 * where, with which input, under which guards and by whom. A {@link io.itsm4j.lifecycle.Lifecycle} is checked when it
 * is built, answers decisions without allocating, prints itself as a diagram and knows its own fingerprint. Nothing
 * here knows a ticket: the context that guards look at is a type parameter. May depend on the JDK, JSpecify and
 * {@code io.itsm4j.actor} only.
 */
@NullMarked
package io.itsm4j.lifecycle;

import org.jspecify.annotations.NullMarked;
