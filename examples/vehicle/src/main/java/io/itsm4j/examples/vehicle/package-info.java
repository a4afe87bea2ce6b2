/** A repair shop that keeps its vehicle repairs as tickets of a type of its own, through public API only. */
@NullMarked
package io.itsm4j.examples.vehicle;

import org.jspecify.annotations.NullMarked;
