package io.itsm4j.spring;

import io.itsm4j.journal.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Listens as a host does, and notes when it heard what. */
class Ears {

    final List<String> heard = new ArrayList<>();
    Consumer<DomainEvent> during = event -> {};
    Consumer<DomainEvent> before = event -> {};
    Consumer<DomainEvent> committed = event -> {};

    /** First, so that what it throws always comes before the others hear: methods have no order of their own. */
    @EventListener
    @Order(0)
    void during(DomainEvent event) {
        heard.add("during " + event.name());
        during.accept(event);
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void before(DomainEvent event) {
        before.accept(event);
    }

    @TransactionalEventListener
    void committed(DomainEvent event) {
        heard.add("committed " + event.name());
        committed.accept(event);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
    void rolledBack(DomainEvent event) {
        heard.add("rolled back " + event.name());
    }
}
