package io.itsm4j.testkit;

import io.itsm4j.StoreUnavailable;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A store that commits and then loses the answer, as when the connection breaks in the commit. */
final class LosingAnswers implements Store {

    private final Store store;
    private final AtomicInteger losses;

    /**
     * Loses answers of joined transactions.
     *
     * @param losses how many answers are still to be lost
     */
    LosingAnswers(Store store, AtomicInteger losses) {
        this.store = store;
        this.losses = losses;
    }

    @Override
    public void open(List<RecordKind<?>> kinds) {
        store.open(kinds);
    }

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        T answer = store.inTransaction(work);
        if (losses.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new StoreUnavailable("STORE_UNAVAILABLE", Map.of("cause", "connection lost in commit"));
        }
        return answer;
    }

    @Override
    public <T> T inNewTransaction(Function<UnitOfWork, T> work) {
        return store.inNewTransaction(work);
    }

    @Override
    public boolean isInTransaction() {
        return store.isInTransaction();
    }

    @Override
    public void close() {
        store.close();
    }
}
