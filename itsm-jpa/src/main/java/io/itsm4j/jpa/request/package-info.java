/** The tables of requests and orders. */
@NullMarked
package io.itsm4j.jpa.request;

import org.jspecify.annotations.NullMarked;
