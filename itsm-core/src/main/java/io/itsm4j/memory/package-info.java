/**
 * The in-memory adapter: transactions with rollback, committed reads, record locks and unique keys, for tests and for
 * applications that need no durability. It depends on the storage port only and passes the same contract suites as any
 * other adapter.
 */
@NullMarked
package io.itsm4j.memory;

import org.jspecify.annotations.NullMarked;
