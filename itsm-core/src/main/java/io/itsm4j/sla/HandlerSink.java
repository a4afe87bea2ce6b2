package io.itsm4j.sla;

import io.itsm4j.RuleViolated;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.EventSink;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the host's handlers for the levels that an event tells of, before the event goes on. */
public final class HandlerSink implements EventSink {

    static final String CALLS = "calls";

    private final Map<String, ThresholdHandler> handlers;
    private final @Nullable EventSink next;

    /**
     * A sink before another.
     *
     * @param handlers by the name that thresholds call them by
     * @param next where events go on, or null
     */
    public HandlerSink(Map<String, ThresholdHandler> handlers, @Nullable EventSink next) {
        this.handlers = Map.copyOf(handlers);
        this.next = next;
    }

    @Override
    public void accept(DomainEvent event) {
        if (Situations.isKept(event.action()) && event.data().get(CALLS) instanceof List<?> calls) {
            for (Object item : calls) {
                Map<?, ?> call = (Map<?, ?>) item;
                String name = String.valueOf(call.get("handler"));
                ThresholdHandler handler = handlers.get(name);
                if (handler == null) {
                    throw new RuleViolated("HANDLER_UNKNOWN", Map.of("handler", name, "known", handlers.keySet()));
                }
                handler.reached(String.valueOf(call.get("key")), event);
            }
        }
        if (next != null) {
            next.accept(event);
        }
    }
}
