package io.itsm4j.jpa;

import io.itsm4j.storage.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The units of work of a thread, the innermost first: a call within one of the same transaction shares it. */
final class Scope {

    private final ThreadLocal<Deque<Open>> stack = ThreadLocal.withInitial(ArrayDeque::new);

    private record Open(Object session, JpaUnitOfWork work) {}

    /** The unit of work of the innermost transaction. */
    @Nullable JpaUnitOfWork innermost() {
        Open open = stack.get().peek();
        return open == null ? null : open.work();
    }

    /** The unit of work on an entity manager, if it is the innermost. */
    @Nullable JpaUnitOfWork on(EntityManager entities) {
        Open open = stack.get().peek();
        return open != null && open.session() == entities.getDelegate() ? open.work() : null;
    }

    /** Runs within a unit of work that stays open. A call that fails after writing makes a commit impossible. */
    static <T> T within(JpaUnitOfWork open, Function<UnitOfWork, T> work) {
        int before = open.writes();
        boolean done = false;
        try {
            T result = work.apply(open);
            done = true;
            return result;
        } finally {
            if (!done && open.writes() > before) {
                open.rollbackOnly();
            }
        }
    }

    /** Runs as the innermost unit of work, writes what is left and leaves the persistence context as it was. */
    <T> T run(EntityManager entities, JpaUnitOfWork open, Function<UnitOfWork, T> work) {
        Deque<Open> opened = stack.get();
        opened.push(new Open(entities.getDelegate(), open));
        try {
            T result = within(open, work);
            open.finish();
            return result;
        } finally {
            opened.pop();
            if (opened.isEmpty()) {
                stack.remove();
            }
            open.release();
        }
    }
}
