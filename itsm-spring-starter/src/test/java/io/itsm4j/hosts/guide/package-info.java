/** The application of the guide. */
@org.jspecify.annotations.NullMarked
package io.itsm4j.hosts.guide;
