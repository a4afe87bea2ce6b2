/** The tables of the journal and the outbox. */
@NullMarked
package io.itsm4j.jpa.journal;

import org.jspecify.annotations.NullMarked;
