package io.itsm4j.ticket;

import io.itsm4j.NotFound;
import io.itsm4j.actor.Permission;
import io.itsm4j.storage.Lock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens a ticket out of one of another type: what it is about is copied, and the old one is linked to the new one. */
final class Raising {

    private Raising() {}

    static <D> Ticket<D> raise(
            Engine engine,
            Acting acting,
            TicketType<D> type,
            TicketId origin,
            LinkType how,
            OpenTicket input,
            Consumer<Draft<D>> effect) {
        Optional<Ticket<D>> earlier = engine.earlier(acting, type);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        TicketRecord from = seen(engine, acting, origin);
        return engine.open(acting, type, filled(from, input), draft -> {
            effect.accept(draft);
            draft.note("raisedFrom", from.number());
            link(draft, engine.type(from.type()), origin, how);
        });
    }

    static <O> void link(Draft<?> draft, TicketType<O> type, TicketId origin, LinkType how) {
        draft.ledger().act(type, origin, StandardActions.LINK, Reason.NONE, other -> other.link(how, draft.id()));
    }

    private static TicketRecord seen(Engine engine, Acting acting, TicketId id) {
        Acting reader = engine.gate().refreshed(acting);
        return engine.read(
                        work -> work.find(TicketAttributes.KIND, reader.actor().tenant(), id.value(), Lock.NONE))
                .filter(ticket -> {
                    TicketType<?> type = engine.type(ticket.type());
                    return engine.gate().permits(reader, type, Permission.READ, type.readBy())
                            && engine.gate().sees(reader, ticket);
                })
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }

    /** What is not given is taken from the other ticket; people, group and custom fields are not. */
    private static OpenTicket filled(TicketRecord from, OpenTicket input) {
        Classification c = from.classification();
        OpenTicket filled = input;
        if (isAbsent(input.title())) {
            filled = filled.retitled(from.content().title());
        }
        if (isAbsent(input.description())) {
            filled = filled.describedAs(from.content().description());
        }
        if (isAbsent(input.category())) {
            filled = filled.inCategory(c.category());
        }
        if (isAbsent(input.service())) {
            filled = filled.onService(c.service());
        }
        if (input.cis().isEmpty()) {
            filled = filled.touching(c.affected().toArray(String[]::new));
        }
        if (input.restrictedTo().isEmpty()) {
            filled = filled.restrictedToGroups(from.restrictedTo().stream()
                    .map(io.itsm4j.actor.GroupId::value)
                    .toArray(String[]::new));
        }
        return filled.rated(
                input.impact() == null ? c.impact() : input.impact(),
                input.urgency() == null ? c.urgency() : input.urgency());
    }

    private static boolean isAbsent(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
