/**
 * Parts and stock: what lies where, what is set aside for whom, and what has to be bought. Every quantity is the sum of
 * recorded movements and never below zero. Depends on the command path and the kernel below it, and on no other
 * practice.
 */
@NullMarked
package io.itsm4j.stock;

import org.jspecify.annotations.NullMarked;
