package io.itsm4j.cmdb;

import io.itsm4j.input.Line;
import org.jspecify.annotations.Nullable;

/**
 * Why a deviation is left as it is.
 *
 * @param reason why
 */
record AcceptDeviation(
        @Line(max = 2000, multi = true, required = true) @Nullable String reason) {}
