/**
 * Release management (发布管理): what goes out together, through which environments, past which gates, and what came of it.
 * It adds verbs to the ticket engine; its changes and problems are links, its configuration goes through a port.
 */
@NullMarked
package io.itsm4j.release;

import org.jspecify.annotations.NullMarked;
