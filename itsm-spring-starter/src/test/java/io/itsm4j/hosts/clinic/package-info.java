/** A host that names its entities with {@code @EntityScan}. */
@NullMarked
package io.itsm4j.hosts.clinic;

import org.jspecify.annotations.NullMarked;
