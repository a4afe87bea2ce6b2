/**
 * The port that an adapter implements: kinds of records with their queryable attributes, criteria, queries, cursors,
 * and the unit of work. It knows no practice and no ticket; it depends on the actor's tenant only.
 */
@NullMarked
package io.itsm4j.storage;

import org.jspecify.annotations.NullMarked;
