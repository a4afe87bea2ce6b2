/**
 * Replays a recorded incident log through the library, as the recorded people at the recorded times, and compares what
 * the library then says with what the log says. Uses the public API alone.
 */
@NullMarked
package io.itsm4j.examples.replay;

import org.jspecify.annotations.NullMarked;
