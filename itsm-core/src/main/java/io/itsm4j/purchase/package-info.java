/**
 * Procurement (采购): suppliers, contracts, and purchases from the request to the last receipt. A purchase is a ticket;
 * what arrives becomes assets and stock through a port, since practices meet by id.
 */
@NullMarked
package io.itsm4j.purchase;

import org.jspecify.annotations.NullMarked;
