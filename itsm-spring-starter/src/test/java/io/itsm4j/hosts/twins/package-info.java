/** A host whose entities, repositories, beans and events are called as ours are. */
@NullMarked
package io.itsm4j.hosts.twins;

import org.jspecify.annotations.NullMarked;
