/**
 * Configuration management: what there is, how it hangs together, since when, and who is hit when it fails. Classes of
 * items and types of relations are data; items and relations keep every former state with the interval in which it
 * held. Depends on the command path and the kernel below it, and on no other practice.
 */
@NullMarked
package io.itsm4j.cmdb;

import org.jspecify.annotations.NullMarked;
