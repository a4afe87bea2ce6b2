package io.itsm4j.ticket;

import io.itsm4j.Conflict;
import io.itsm4j.actor.Permission;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.UnitOfWork;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Reports about causes that have at most one open ticket each. */
final class Reporting {

    private Reporting() {}

    static <D> Optional<Ticket<D>> report(
            Engine engine,
            Acting acting,
            TicketType<D> type,
            String cause,
            Supplier<Optional<Ticket<D>>> first,
            BiFunction<Tickets<D>, Ticket<D>, Ticket<D>> again) {
        Acting who = engine.gate().refreshed(acting);
        engine.gate().require(who, type, Permission.READ, type.readBy());
        Acting sensor = acting.audience() == Acting.Audience.STAFF ? acting.as(Acting.Audience.SENSOR) : acting;
        Tickets<D> all = new Tickets<>(engine, type, sensor);
        return engine.retried(work -> {
                    Optional<TicketRecord> open = held(work, who.actor().tenant(), type, cause);
                    return open.isEmpty() ? first.get() : Optional.of(again.apply(all, Ticket.of(type, open.get())));
                })
                .filter(ticket -> engine.gate().sees(who, ticket.record()));
    }

    /** Looked for without a lock: a database may lock the gap where it is missing, and then nobody could fill it. */
    private static Optional<TicketRecord> held(UnitOfWork work, TenantId tenant, TicketType<?> type, String cause) {
        Optional<TicketRecord> seen = work
                .list(Query.of(
                                type.kind(),
                                tenant,
                                TicketAttributes.TYPE.is(type.name()).and(TicketAttributes.CORRELATION_KEY.is(cause)))
                        .limitedTo(1))
                .stream()
                .findFirst();
        if (seen.isEmpty()) {
            return seen;
        }
        String id = seen.get().id().value();
        Optional<TicketRecord> open =
                work.find(type.kind(), tenant, id, Lock.WRITE).filter(ticket -> cause.equals(ticket.correlationKey()));
        if (open.isEmpty()) {
            throw new Conflict("GONE", Map.of("record", id, "retryable", true));
        }
        return open;
    }
}
