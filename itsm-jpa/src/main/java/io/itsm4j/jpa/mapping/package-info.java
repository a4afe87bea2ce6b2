/**
 * What it takes to lay a kind of record into a table: the row, the mapper between the two, and the forms in which
 * values are stored. Knows no practice.
 */
@NullMarked
package io.itsm4j.jpa.mapping;

import org.jspecify.annotations.NullMarked;
