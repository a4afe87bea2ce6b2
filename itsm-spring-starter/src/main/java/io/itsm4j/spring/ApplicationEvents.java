package io.itsm4j.spring;

import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.EventListener;
import java.lang.reflect.UndeclaredThrowableException;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes every event in the application context, inside the transaction that makes it. */
final class ApplicationEvents implements EventListener {

    private final ApplicationEventPublisher publisher;

    ApplicationEvents(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    /** What a listening method throws comes through; Spring wraps an error, which must stay one. */
    @Override
    public void on(DomainEvent event) {
        try {
            publisher.publishEvent(event);
        } catch (UndeclaredThrowableException wrapped) {
            if (wrapped.getUndeclaredThrowable() instanceof Error error) {
                throw error;
            }
            throw wrapped;
        }
    }
}
