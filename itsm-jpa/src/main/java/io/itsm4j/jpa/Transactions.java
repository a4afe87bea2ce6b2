package io.itsm4j.jpa;

import io.itsm4j.storage.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.function.Function;

/** Whose transactions units of work run in. */
interface Transactions {

    <T> T join(Function<UnitOfWork, T> work);

    <T> T begin(Function<UnitOfWork, T> work);

    boolean isActive();

    /** Reads something outside every unit of work, in a transaction that is rolled back. */
    void look(Consumer<EntityManager> question);
}
