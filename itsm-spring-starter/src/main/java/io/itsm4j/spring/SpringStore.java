package io.itsm4j.spring;

import io.itsm4j.RuleViolated;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts work where Spring's transactions want it: in the present one, else in one of its own. A transaction that does
 * not reach our tables is refused, because the work would then not go the way of the host's; one that is read-only
 * refuses to write.
 */
final class SpringStore implements Store {

    private final Store joining;

    SpringStore(Store joining) {
        this.joining = joining;
    }

    @Override
    public void declare(String ticketType, Class<?> details, Object blank) {
        joining.declare(ticketType, details, blank);
    }

    @Override
    public void open(List<RecordKind<?>> kinds) {
        joining.open(kinds);
    }

    @Override
    public <T> T inTransaction(Function<UnitOfWork, T> work) {
        if (joining.isInTransaction()) {
            boolean readOnly = TransactionSynchronizationManager.isCurrentTransactionReadOnly();
            return joining.inTransaction(readOnly ? unit -> work.apply(new ReadOnlyUnit(unit)) : work);
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            String name = String.valueOf(TransactionSynchronizationManager.getCurrentTransactionName());
            throw new RuleViolated("TRANSACTION_FOREIGN", Map.of("transaction", name));
        }
        return joining.inNewTransaction(work);
    }

    @Override
    public <T> T inNewTransaction(Function<UnitOfWork, T> work) {
        return joining.inNewTransaction(work);
    }

    @Override
    public boolean isInTransaction() {
        return joining.isInTransaction();
    }

    @Override
    public void close() {
        joining.close();
    }
}
