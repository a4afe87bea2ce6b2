/**
 * Storage on Jakarta Persistence: the store, its transactions, and the translation of criteria. The packages below hold
 * the tables, one package a feature. Depends on the core's storage port and nothing of the core's engine.
 */
@NullMarked
package io.itsm4j.jpa;

import org.jspecify.annotations.NullMarked;
