/**
 * Who acts: tenants, people, groups, roles, permissions, and the ports through which the host says who somebody is.
 * Depends on nothing but the JDK and the exceptions.
 */
@NullMarked
package io.itsm4j.actor;

import org.jspecify.annotations.NullMarked;
