/** The tables of parts and stock. */
@NullMarked
package io.itsm4j.jpa.stock;

import org.jspecify.annotations.NullMarked;
