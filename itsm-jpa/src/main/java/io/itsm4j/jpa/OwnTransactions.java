package io.itsm4j.jpa;

import io.itsm4j.RuleViolated;
import io.itsm4j.storage.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Begins and ends resource-local transactions; a call within another joins it. */
final class OwnTransactions implements Transactions {

    private final EntityManagerFactory factory;
    private final BiFunction<EntityManager, JpaUnitOfWork.Ending, JpaUnitOfWork> units;
    private final Scope scope = new Scope();

    OwnTransactions(
            EntityManagerFactory factory, BiFunction<EntityManager, JpaUnitOfWork.Ending, JpaUnitOfWork> units) {
        this.factory = factory;
        this.units = units;
    }

    @Override
    public <T> T join(Function<UnitOfWork, T> work) {
        JpaUnitOfWork open = scope.innermost();
        return open == null ? begin(work) : Scope.within(open, work);
    }

    @Override
    public <T> T begin(Function<UnitOfWork, T> work) {
        Own own = new Own();
        T result = own.run(work);
        own.tellCommitted();
        return result;
    }

    @Override
    public boolean isActive() {
        return scope.innermost() != null;
    }

    @Override
    public void look(Consumer<EntityManager> question) {
        Own own = new Own();
        own.look(question);
    }

    private final class Own implements JpaUnitOfWork.Ending {

        private final List<Runnable> afterCommit = new ArrayList<>();
        private boolean rollbackOnly;

        <T> T run(Function<UnitOfWork, T> work) {
            EntityManager entities = opened();
            EntityTransaction transaction = entities.getTransaction();
            boolean done = false;
            try {
                T result = scope.run(entities, units.apply(entities, this), work);
                if (rollbackOnly || transaction.getRollbackOnly()) {
                    throw new RuleViolated("ROLLBACK_ONLY", Map.of());
                }
                done = true;
                commit(transaction);
                return result;
            } finally {
                end(entities, done);
            }
        }

        void look(Consumer<EntityManager> question) {
            EntityManager entities = opened();
            try {
                question.accept(entities);
            } finally {
                end(entities, false);
            }
        }

        private EntityManager opened() {
            EntityManager entities = null;
            try {
                entities = factory.createEntityManager();
                entities.getTransaction().begin();
                return entities;
            } catch (RuntimeException failure) {
                if (entities != null) {
                    entities.close();
                }
                throw Failures.ours(failure);
            }
        }

        private void commit(EntityTransaction transaction) {
            try {
                transaction.commit();
            } catch (RuntimeException failure) {
                throw Failures.ours(failure);
            }
        }

        /** A failure to roll back must not hide what led to it; the connection is given up either way. */
        private void end(EntityManager entities, boolean committed) {
            try {
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            } catch (RuntimeException broken) {
                if (committed) {
                    throw Failures.ours(broken);
                }
            } finally {
                if (entities.isOpen()) {
                    entities.close();
                }
            }
            if (!committed) {
                afterCommit.clear();
            }
        }

        /** What is committed is committed: a failing hook goes to the thread's handler, not to the caller. */
        void tellCommitted() {
            for (Runnable hook : afterCommit) {
                try {
                    hook.run();
                } catch (RuntimeException failure) {
                    Thread thread = Thread.currentThread();
                    thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
                }
            }
        }

        @Override
        public void rollbackOnly() {
            rollbackOnly = true;
        }

        @Override
        public boolean afterCommit(Runnable work) {
            return afterCommit.add(work);
        }
    }
}
