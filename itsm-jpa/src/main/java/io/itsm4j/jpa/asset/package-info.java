/** The tables of assets. */
@NullMarked
package io.itsm4j.jpa.asset;

import org.jspecify.annotations.NullMarked;
