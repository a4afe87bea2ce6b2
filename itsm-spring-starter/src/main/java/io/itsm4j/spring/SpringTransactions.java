package io.itsm4j.spring;

import io.itsm4j.jpa.HostTransaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The transactions of one persistence unit, as Spring runs them. */
final class SpringTransactions implements HostTransaction {

    private static final TransactionDefinition PRESENT =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_MANDATORY);

    private final EntityManagerFactory factory;
    private final PlatformTransactionManager manager;
    private final TransactionTemplate own;

    SpringTransactions(EntityManagerFactory factory, PlatformTransactionManager manager) {
        this.factory = factory;
        this.manager = manager;
        this.own = new TransactionTemplate(manager);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.setName("itsm4j");
    }

    /** The entity manager of the present transaction. */
    EntityManager entities() {
        EntityManager entities = joined();
        if (entities == null) {
            throw new IllegalStateException("no transaction of this persistence unit");
        }
        return entities;
    }

    @Override
    public boolean isActive() {
        return joined() != null;
    }

    /** Null also in a transaction that does not reach this persistence unit. */
    private @Nullable EntityManager joined() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return null;
        }
        EntityManager entities = EntityManagerFactoryUtils.getTransactionalEntityManager(factory);
        return entities != null && entities.isJoinedToTransaction() ? entities : null;
    }

    /** Taking part and giving up is how any transaction manager is told. */
    @Override
    public void setRollbackOnly() {
        manager.rollback(manager.getTransaction(PRESENT));
    }

    @Override
    public <T> T requiresNew(Supplier<T> work) {
        List<T> result = new ArrayList<>(1);
        own.executeWithoutResult(status -> result.add(work.get()));
        return result.get(0);
    }

    /** What is committed is committed: a failing hook goes to the thread's handler, not to the caller. */
    @Override
    public boolean afterCommit(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return false;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    work.run();
                } catch (RuntimeException failure) {
                    Thread thread = Thread.currentThread();
                    thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
                }
            }
        });
        return true;
    }
}
