/** The library's tables: the scripts that make them, applying them, and checking that they are there. */
@NullMarked
package io.itsm4j.jpa.schema;

import org.jspecify.annotations.NullMarked;
