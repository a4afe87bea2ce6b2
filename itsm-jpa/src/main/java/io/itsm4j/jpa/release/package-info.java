/** The tables of release details, written for questions and reports, and of deployments. */
@NullMarked
package io.itsm4j.jpa.release;

import org.jspecify.annotations.NullMarked;
