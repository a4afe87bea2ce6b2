package io.itsm4j.ticket;

import io.itsm4j.HostFault;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Decision;
import io.itsm4j.lifecycle.GuardFault;
import io.itsm4j.lifecycle.Transition;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.storage.UnitOfWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words the explanation of a ticket. */
final class Explaining {

    private static final int LATEST = 500;

    private Explaining() {}

    static <D> Explanation explain(
            Engine engine, UnitOfWork work, Acting reader, TicketType<D> type, TicketRecord ticket) {
        List<JournalEntry> latest = new ArrayList<>(work.list(Query.of(
                        JournalEntry.KIND,
                        ticket.tenant(),
                        JournalEntry.SUBJECT.is(ticket.id().value()))
                .sortedBy(Sort.descending(JournalEntry.SEQUENCE))
                .limitedTo(LATEST)));
        Collections.reverse(latest);
        List<Explanation.ActionView> actions = new ArrayList<>();
        for (Transition<Step<D>> row : type.lifecycle().from(ticket.state())) {
            if (!row.whoMay().equals(Set.of(Role.SYSTEM))) {
                actions.add(view(engine, work, reader, type, ticket, row));
            }
        }
        return new Explanation(ticket.number(), priority(type, ticket.classification()), actions, latest);
    }

    private static String priority(TicketType<?> type, Classification c) {
        String cell = "impact " + c.impact() + " and urgency " + c.urgency() + " give "
                + type.matrix().priority(c.impact(), c.urgency()) + " in the matrix "
                + type.matrix().name();
        return c.overrideReason() == null
                ? c.priority() + ": " + cell
                : c.priority() + ": overridden because " + c.overrideReason() + "; " + cell;
    }

    private static <D> Explanation.ActionView view(
            Engine engine,
            UnitOfWork work,
            Acting reader,
            TicketType<D> type,
            TicketRecord ticket,
            Transition<Step<D>> row) {
        Draft<D> draft = new Draft<>(
                type,
                ticket,
                reader.actor(),
                engine.now(),
                Reason.NONE,
                Lookup.of(engine.parts(), work, ticket.tenant(), ticket.id()));
        List<String> failing = List.of();
        try {
            Decision<Step<D>> decision = type.lifecycle().decide(row.from(), row.action(), draft);
            if (decision instanceof Decision.Refused<Step<D>> refused) {
                failing = refused.failed().stream()
                        .map(failed -> failed.guard() + ": " + failed.reason())
                        .toList();
            }
        } catch (GuardFault fault) {
            throw new HostFault("HOST_GUARD", Map.of("guard", fault.guardName()), fault);
        }
        boolean permitted = engine.gate().permits(reader, type, row.action().name(), row.whoMay());
        return new Explanation.ActionView(
                row.action(), row.to(), permitted, row.whoMay(), row.requiredInput(), failing);
    }
}
