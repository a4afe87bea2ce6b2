package io.itsm4j.purchase;

import io.itsm4j.actor.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a purchase was ordered.
 *
 * @param supplier the supplier's id
 * @param contract the id of the contract it is ordered under, or null
 * @param reference what the supplier calls the order, or null
 * @param expectedAt when it is expected, or null
 * @param orderedBy who ordered
 * @param orderedAt when
 * @param reminders how often it was said that it is overdue
 */
public record PurchaseOrder(
        String supplier,
        @Nullable String contract,
        @Nullable String reference,
        @Nullable Instant expectedAt,
        PersonId orderedBy,
        Instant orderedAt,
        int reminders) {

    PurchaseOrder expected(@Nullable Instant when) {
        return new PurchaseOrder(supplier, contract, reference, when, orderedBy, orderedAt, 0);
    }

    PurchaseOrder reminded() {
        return new PurchaseOrder(supplier, contract, reference, expectedAt, orderedBy, orderedAt, reminders + 1);
    }

    PurchaseOrder erased(PersonId person, PersonId pseudonym) {
        return orderedBy.equals(person)
                ? new PurchaseOrder(supplier, contract, reference, expectedAt, pseudonym, orderedAt, reminders)
                : this;
    }
}
