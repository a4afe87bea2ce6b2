package io.itsm4j.sla;

import io.itsm4j.RuleViolated;
import io.itsm4j.journal.DomainEvent;
import io.itsm4j.journal.EventSink;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls the host's handlers for the levels that an event tells of, and hands the event on whatever becomes of the
 * calls. An event that is put off because of a handler is not handed on again by the same node.
 */
public final class HandlerSink implements EventSink {

    static final String CALLS = "calls";

    private static final int MOST = 10_000;

    private final Map<String, ThresholdHandler> handlers;
    private final EventSink next;
    private final Set<String> handedOn = Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));

    /** Forgets the oldest when it holds too many: they may then be handed on once more. */
    private static final class Newest extends LinkedHashMap<String, Boolean> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }

    /**
     * A sink before another.
     *
     * @param handlers by the name that thresholds call them by
     * @param next where events go on
     */
    public HandlerSink(Map<String, ThresholdHandler> handlers, EventSink next) {
        this.handlers = Map.copyOf(handlers);
        this.next = next;
    }

    @Override
    public void accept(DomainEvent event) {
        RuntimeException hosts = call(event);
        if (!handedOn.contains(event.id())) {
            handOn(event, hosts);
        }
        if (hosts != null) {
            handedOn.add(event.id());
            throw hosts;
        }
        handedOn.remove(event.id());
    }

    private void handOn(DomainEvent event, @Nullable RuntimeException hosts) {
        try {
            next.accept(event);
        } catch (RuntimeException behind) {
            if (hosts != null) {
                behind.addSuppressed(hosts);
            }
            throw behind;
        }
    }

    /** Makes all calls of an event; the first failure, or null. */
    private @Nullable RuntimeException call(DomainEvent event) {
        RuntimeException first = null;
        if (Situations.isKept(event.action()) && event.data().get(CALLS) instanceof List<?> calls) {
            for (Object item : calls) {
                Map<?, ?> call = (Map<?, ?>) item;
                try {
                    handler(String.valueOf(call.get("handler"))).reached(String.valueOf(call.get("key")), event);
                } catch (RuntimeException hosts) {
                    first = first == null ? hosts : first;
                }
            }
        }
        return first;
    }

    private ThresholdHandler handler(String name) {
        ThresholdHandler handler = handlers.get(name);
        if (handler == null) {
            throw new RuleViolated("HANDLER_UNKNOWN", Map.of("handler", name, "known", handlers.keySet()));
        }
        return handler;
    }
}
