package io.itsm4j.stock;

import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Ledger;
import java.util.List;

/** Adds movements up, batch by batch. */
final class Adding {

    private Adding() {}

    static StockCheck up(Ledger ledger, StockItem item) {
        long count = 0;
        long onHand = 0;
        long reserved = 0;
        long onOrder = 0;
        boolean sound = true;
        List<Movement> batch;
        do {
            batch = ledger.list(Query.of(
                            Movement.KIND,
                            ledger.tenant(),
                            Movement.ITEM.is(item.id()).and(Movement.SEQUENCE.after(count)))
                    .sortedBy(Sort.ascending(Movement.SEQUENCE)));
            for (Movement movement : batch) {
                count++;
                onHand += movement.onHand();
                reserved += movement.reserved();
                onOrder += movement.onOrder();
                sound &= movement.sequence() == count && onHand >= 0 && onOrder >= 0;
                sound &= reserved >= 0 && reserved <= onHand;
            }
        } while (batch.size() == Query.MOST);
        boolean isRight = sound
                && count == item.movements()
                && onHand == item.onHand()
                && reserved == item.reserved()
                && onOrder == item.onOrder();
        return new StockCheck(count, onHand, reserved, onOrder, isRight);
    }
}
