/** A host on Spring Boot's defaults: its entities are found beside its application class. */
@NullMarked
package io.itsm4j.hosts.workshop;

import org.jspecify.annotations.NullMarked;
