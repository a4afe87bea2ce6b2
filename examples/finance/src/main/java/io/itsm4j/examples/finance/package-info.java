/** A finance service of three tiers, its configuration read from files, through public API only. */
@NullMarked
package io.itsm4j.examples.finance;

import org.jspecify.annotations.NullMarked;
