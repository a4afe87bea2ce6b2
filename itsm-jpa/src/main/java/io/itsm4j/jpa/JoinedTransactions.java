package io.itsm4j.jpa;

import io.itsm4j.RuleViolated;
import io.itsm4j.storage.UnitOfWork;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Works in the host's transactions, on the host's entity manager, and ends none of them. */
final class JoinedTransactions implements Transactions {

    private final Supplier<EntityManager> hosts;
    private final HostTransaction host;
    private final EntityManagerFactory own;
    private final BiFunction<EntityManager, JpaUnitOfWork.Ending, JpaUnitOfWork> units;
    private final Scope scope = new Scope();

    JoinedTransactions(
            Supplier<EntityManager> hosts,
            HostTransaction host,
            EntityManagerFactory own,
            BiFunction<EntityManager, JpaUnitOfWork.Ending, JpaUnitOfWork> units) {
        this.hosts = hosts;
        this.host = host;
        this.own = own;
        this.units = units;
    }

    @Override
    public <T> T join(Function<UnitOfWork, T> work) {
        if (!host.isActive()) {
            throw new RuleViolated("TRANSACTION_REQUIRED", Map.of());
        }
        EntityManager entities = hosts.get();
        JpaUnitOfWork open = scope.on(entities);
        return open == null ? scope.run(entities, units.apply(entities, new Joined()), work) : Scope.within(open, work);
    }

    @Override
    public <T> T begin(Function<UnitOfWork, T> work) {
        boolean[] worked = new boolean[1];
        try {
            return host.requiresNew(() -> {
                T result = join(work);
                worked[0] = true;
                return result;
            });
        } catch (RuntimeException failure) {
            throw worked[0] ? Failures.ours(failure) : failure;
        }
    }

    @Override
    public boolean isActive() {
        return host.isActive();
    }

    @Override
    public void look(Consumer<EntityManager> question) {
        EntityManager entities;
        try {
            entities = own.createEntityManager();
        } catch (RuntimeException failure) {
            throw Failures.ours(failure);
        }
        try {
            entities.getTransaction().begin();
        } catch (IllegalStateException managed) {
            entities.close();
            host.requiresNew(() -> {
                question.accept(hosts.get());
                return true;
            });
            return;
        } catch (RuntimeException failure) {
            entities.close();
            throw Failures.ours(failure);
        }
        try {
            question.accept(entities);
        } finally {
            entities.getTransaction().rollback();
            entities.close();
        }
    }

    private final class Joined implements JpaUnitOfWork.Ending {

        @Override
        public void rollbackOnly() {
            host.setRollbackOnly();
        }

        @Override
        public boolean afterCommit(Runnable work) {
            return host.afterCommit(work);
        }
    }
}
