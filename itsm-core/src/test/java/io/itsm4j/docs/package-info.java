/**
 * What keeps the README and the guide true: their snippets are regions of these tests, their tables and diagrams are
 * made here from the code.
 */
@org.jspecify.annotations.NullMarked
package io.itsm4j.docs;
