/** The table of problem details, written for questions and reports. */
@NullMarked
package io.itsm4j.jpa.problem;

import org.jspecify.annotations.NullMarked;
