/**
 * What raw input must look like: the constraints of command records and the one check that reports all faults at once.
 * Depends on Jakarta Validation and the exceptions.
 */
@NullMarked
package io.itsm4j.input;

import org.jspecify.annotations.NullMarked;
