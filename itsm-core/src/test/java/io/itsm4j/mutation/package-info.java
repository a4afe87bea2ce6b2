/**
 * What profile {@code full} lets run against mutants of each package, beside the package's own tests: the contract
 * suites that exercise it, in memory. Surefire leaves these classes out by their names; it runs the suites anyway.
 */
@NullMarked
package io.itsm4j.mutation;

import org.jspecify.annotations.NullMarked;
