/** The tables of suppliers, contracts, purchase details and receipts. */
@NullMarked
package io.itsm4j.jpa.purchase;

import org.jspecify.annotations.NullMarked;
