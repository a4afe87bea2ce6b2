/** The tables of configuration management. */
@NullMarked
package io.itsm4j.jpa.cmdb;

import org.jspecify.annotations.NullMarked;
