package io.itsm4j.request;

import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.sla.NamedCalendars;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the tasks of a request's plan, and takes them back. */
final class Fulfilment {

    private Fulfilment() {}

    /** The item in the revision that was ordered. */
    private static @Nullable CatalogueItem item(Draft<Request> draft) {
        return draft.ledger()
                .definitionOf(Catalogue.ITEMS, draft.details().itemHash())
                .map(io.itsm4j.ticket.Defined::value)
                .orElse(null);
    }

    /** Makes the tasks of the plan, each after those that come first, and says until when it is promised. */
    static void makeTasks(Draft<Request> draft) {
        CatalogueItem item = item(draft);
        if (item == null) {
            return;
        }
        Function<Duration, Instant> counted = counting(draft, item);
        Map<String, String> made = new LinkedHashMap<>();
        for (PlannedTask task : item.plan().inOrder()) {
            Instant due = task.time() == null ? null : counted.apply(task.time());
            Set<String> first = task.after().stream().map(made::get).collect(Collectors.toSet());
            made.put(
                    task.key(),
                    draft.task(task.title(), task.group(), due, first).id());
        }
        Instant promised = item.deliverWithin() == null ? null : counted.apply(item.deliverWithin());
        draft.details(draft.details().planned(made, promised));
    }

    /** From now on, in the item's working time or by the clock on the wall. */
    private static Function<Duration, Instant> counting(Draft<Request> draft, CatalogueItem item) {
        String hours = item.hours();
        boolean promises =
                item.deliverWithin() != null || item.plan().tasks().stream().anyMatch(task -> task.time() != null);
        if (hours == null || !promises) {
            return draft.now()::plus;
        }
        BusinessCalendar calendar = NamedCalendars.newest(draft.ledger(), hours);
        return time -> calendar.plus(draft.now(), time);
    }

    /**
     * Calls off what waits for approval, skips what is not done, and adds tasks that take back what was begun, the last
     * begun first.
     */
    static void compensate(Draft<Request> draft) {
        ApprovalMark mark = draft.details().mark();
        if (mark != null) {
            draft.details(
                    draft.details().marked(RequestApproval.of(draft.type()).withdraw(draft.ledger(), mark)));
        }
        Map<String, Task> tasks = new HashMap<>();
        for (Task task : draft.ledger()
                .list(Query.of(Task.KIND, draft.tenant(), Task.TICKET.is(draft.id()))
                        .locked(Lock.WRITE))) {
            tasks.put(task.id(), task);
            if (task.state().isOpen()) {
                draft.moveTask(task, Task.State.SKIPPED);
            }
        }
        CatalogueItem item = item(draft);
        Map<String, String> made = draft.details().tasks();
        if (item == null || made.isEmpty()) {
            return;
        }
        Map<String, String> undone = new HashMap<>();
        List<PlannedTask> plan = item.plan().inOrder();
        for (int i = plan.size() - 1; i >= 0; i--) {
            PlannedTask task = plan.get(i);
            Task begun = tasks.get(made.getOrDefault(task.key(), ""));
            boolean started =
                    begun != null && (begun.state() == Task.State.DONE || begun.state() == Task.State.IN_PROGRESS);
            if (started && task.undo() != null) {
                Set<String> first = new TreeSet<>();
                later(task.key(), plan).forEach(key -> {
                    if (undone.containsKey(key)) {
                        first.add(undone.get(key));
                    }
                });
                undone.put(
                        task.key(),
                        draft.task(task.undo(), task.group(), null, first).id());
            }
        }
        draft.note("compensations", (long) undone.size());
    }

    /** What comes after a task, in however many steps. */
    private static Set<String> later(String key, List<PlannedTask> plan) {
        Set<String> later = new HashSet<>();
        for (PlannedTask task : plan) {
            boolean follows =
                    task.after().contains(key) || task.after().stream().anyMatch(later::contains);
            if (follows) {
                later.add(task.key());
            }
        }
        return later;
    }
}
