/**
 * Change management (变更管理): risk, approval, windows and bookings around the change's lifecycle. It adds verbs to the
 * ticket and approval engines; a configuration item is known to it by reference only.
 */
@NullMarked
package io.itsm4j.change;

import org.jspecify.annotations.NullMarked;
