/**
 * The test kit: a clock to turn, fixtures, and the contract suites by which a store proves that it is one. Published as
 * the test jar of itsm-core for hosts' tests and for whoever writes another adapter.
 */
@org.jspecify.annotations.NullMarked
package io.itsm4j.testkit;
