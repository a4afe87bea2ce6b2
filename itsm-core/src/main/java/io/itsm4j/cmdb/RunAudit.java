package io.itsm4j.cmdb;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of an audit.
 *
 * @param name what it is about
 */
record RunAudit(@Line(max = 200, required = true) @Nullable String name) {}
