/**
 * Joins itsm4j to a Spring Boot application: the entrance as a bean made of the host's beans, the entities in the
 * host's persistence unit, commands in the host's transactions. Depends on the core and on Spring; on the JPA storage,
 * Hibernate and an actuator only where they are there. Nothing here is impossible in plain Java.
 */
@NullMarked
package io.itsm4j.spring;

import org.jspecify.annotations.NullMarked;
