package io.itsm4j.ticket;

import io.itsm4j.HostFault;
import io.itsm4j.TransitionRefused;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.EntryForm;
import io.itsm4j.journal.Facts;
import io.itsm4j.journal.FieldChange;
import io.itsm4j.journal.IdSource;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Decision;
import io.itsm4j.lifecycle.FailedGuard;
import io.itsm4j.lifecycle.GuardFault;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides what becomes of a ticket: asks the lifecycle, works out what follows, and words the journal entry. */
final class Decider {

    private final IdSource ids;
    private final EntryForm form;
    private final Gate gate;
    private final Function<String, TicketType<?>> types;
    private final Timekeeper timekeeper;
    private final ReadersChange readers;

    Decider(
            IdSource ids,
            EntryForm form,
            Gate gate,
            Function<String, TicketType<?>> types,
            Timekeeper timekeeper,
            ReadersChange readers) {
        this.readers = readers;
        this.ids = ids;
        this.form = form;
        this.gate = gate;
        this.types = types;
        this.timekeeper = timekeeper;
    }

    IdSource ids() {
        return ids;
    }

    TicketType<?> type(String name) {
        return types.apply(name);
    }

    /** The row of the table for the action, or the refusal. */
    <D> Transition<Step<D>> row(TicketType<D> type, TicketRecord ticket, Action action) {
        Transition<Step<D>> row = type.lifecycle().lookup(ticket.state(), action);
        if (row == null) {
            throw refused("TRANSITION", type, ticket, action, List.of());
        }
        return row;
    }

    <D> Decided<D> open(Draft<D> draft, CommandKey key, Instant recordedAt) {
        return finish(draft, StandardActions.OPEN, key, recordedAt);
    }

    <D> Decided<D> step(Draft<D> draft, Transition<Step<D>> row, CommandKey key, Instant recordedAt) {
        for (String effect : row.effects()) {
            draft.type().effect(effect).accept(draft);
        }
        draft.type().always().accept(draft);
        Merging.check(draft, row.action());
        ask(draft, row);
        draft.enter(row.to());
        return finish(draft, row.action(), key, recordedAt);
    }

    /** Puts a ticket under the present version of its lifecycle: no row, no guard, no effect, only what follows. */
    <D> Decided<D> migrate(Draft<D> draft, State to, Instant recordedAt) {
        draft.renewed();
        if (!to.equals(draft.from())) {
            draft.enter(to);
        }
        return finish(draft, StandardActions.MIGRATE, CommandKey.NONE, recordedAt);
    }

    private <D> void ask(Draft<D> draft, Transition<Step<D>> row) {
        Decision<Step<D>> decision;
        try {
            decision = draft.type().lifecycle().decide(row.from(), row.action(), draft);
        } catch (GuardFault fault) {
            throw new HostFault("HOST_GUARD", Map.of("guard", fault.guardName()), fault);
        }
        if (decision instanceof Decision.Refused<Step<D>> refusal) {
            TicketRecord before = java.util.Objects.requireNonNull(draft.beforeRecord());
            throw refused("GUARD", draft.type(), before, row.action(), refusal.failed());
        }
    }

    private <D> Decided<D> finish(Draft<D> draft, Action action, CommandKey key, Instant recordedAt) {
        draft.rate();
        if (draft.beforeRecord() == null || !draft.beforeRecord().assignment().isHeldAs(draft.assignment())) {
            gate.checkAssignment(draft.tenant(), draft.assignment());
        }
        String own = draft.event();
        String event = own != null ? own : draft.type().event(action);
        Instant clocks = kept(draft, event, action);
        draft.due(DueRules.next(draft.type(), Ticket.of(draft.type(), draft.result()), draft.now(), clocks));
        TicketRecord after = draft.result();
        TicketRecord before = draft.beforeRecord();
        if (before != null && !before.restrictedTo().equals(after.restrictedTo())) {
            readers.follow(draft.ledger(), after);
        }
        List<FieldChange> changes = draft.isSilent() ? List.of() : Changes.between(draft.type(), before, after);
        Facts facts = new Facts(event, action.name(), changes, draft.data(), key.command(), key.payload());
        JournalEntry entry = form.chain(
                after.tenant(),
                "ticket",
                after.id().value(),
                after.chain(),
                after.version(),
                facts,
                draft.actor().id(),
                draft.now(),
                recordedAt);
        return new Decided<>(
                draft.type(),
                before,
                Changes.chained(after, entry),
                entry,
                draft.rows(),
                draft.cascades(),
                draft.along());
    }

    /** Lets time be kept; returns when something is due about it. */
    private <D> Instant kept(Draft<D> draft, String event, Action action) {
        if (timekeeper == Timekeeper.NONE) {
            return Due.NEVER;
        }
        Timekeeper.Tick tick = timekeeper.tick(new Timekeeper.Moment(
                draft.ledger(),
                draft.type(),
                draft.beforeRecord(),
                draft.result(),
                event,
                action.name(),
                draft.data()));
        draft.serviceLevels(tick.state());
        if (!tick.data().isEmpty()) {
            draft.note(Timekeeper.DATA, tick.data());
        }
        return tick.nextAt();
    }

    private static <D> TransitionRefused refused(
            String code, TicketType<D> type, TicketRecord ticket, Action action, List<FailedGuard> failed) {
        List<String> allowed = new ArrayList<>();
        for (Transition<Step<D>> row : type.lifecycle().from(ticket.state())) {
            if (!row.whoMay().equals(Set.of(Role.SYSTEM))) {
                allowed.add(row.action().name());
            }
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("action", action.name());
        detail.put("number", ticket.number());
        detail.put("state", ticket.state().label());
        detail.put("allowed", allowedWithRoles(type, ticket));
        detail.put("reasons", failed.stream().map(FailedGuard::reason).collect(Collectors.joining("; ")));
        detail.put("guards", failed.stream().map(FailedGuard::guard).toList());
        return new TransitionRefused(
                code, detail, failed.stream().map(FailedGuard::guard).toList(), allowed);
    }

    /** The actions that change the state, with who may: {@code hold, resolve, cancel (AGENT)}. */
    private static <D> List<String> allowedWithRoles(TicketType<D> type, TicketRecord ticket) {
        Map<String, List<String>> byRoles = new LinkedHashMap<>();
        for (Transition<Step<D>> row : type.lifecycle().from(ticket.state())) {
            if (!row.stays()) {
                String roles = row.whoMay().isEmpty()
                        ? "anybody"
                        : row.whoMay().stream().map(role -> role.name()).collect(Collectors.joining("/"));
                byRoles.computeIfAbsent(roles, any -> new ArrayList<>())
                        .add(row.action().name());
            }
        }
        return byRoles.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + " (" + entry.getKey() + ")")
                .toList();
    }
}
