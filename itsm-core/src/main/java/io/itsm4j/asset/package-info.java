/**
 * Asset management: things that are owned, from the order to the scrap heap. Who has them, where they are, what belongs
 * to them, what they cost, how long they are covered. Every thing keeps its own history, an accessory too. Depends on
 * approvals, the command path and the kernel below it, and on no other practice.
 */
@NullMarked
package io.itsm4j.asset;

import org.jspecify.annotations.NullMarked;
