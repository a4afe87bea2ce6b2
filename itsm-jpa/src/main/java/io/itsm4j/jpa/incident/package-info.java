/** The table of incident details, written for questions and reports. */
@NullMarked
package io.itsm4j.jpa.incident;

import org.jspecify.annotations.NullMarked;
