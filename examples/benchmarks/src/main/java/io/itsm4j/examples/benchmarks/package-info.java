/** Measures the library beside hand-written baselines that write the same rows under the same indexes. */
@NullMarked
package io.itsm4j.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
