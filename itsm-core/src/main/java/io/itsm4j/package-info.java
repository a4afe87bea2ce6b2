/**
 * The entrance of the library: {@link io.itsm4j.Itsm} gives sessions, sessions give practices, and every failure is an
 * {@link io.itsm4j.ItsmException}. The exceptions may be used by every package; only {@code Itsm} and its session know
 * the practices.
 */
@NullMarked
package io.itsm4j;

import org.jspecify.annotations.NullMarked;
