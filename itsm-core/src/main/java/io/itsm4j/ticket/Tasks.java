package io.itsm4j.ticket;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.UnitOfWork;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happens to a ticket's tasks. A new task can only depend on older ones, so there is no cycle. */
final class Tasks {

    private Tasks() {}

    /** How many more tasks are open by what happens to these rows. */
    static long opened(List<Pending<?>> rows) {
        long more = 0;
        for (Pending<?> row : rows) {
            if (row.before() instanceof Task was && was.state().isOpen()) {
                more--;
            }
            if (row.after() instanceof Task is && is.state().isOpen()) {
                more++;
            }
        }
        return more;
    }

    /** The tasks among these rows as they leave them, by id. */
    static Map<String, Task> left(List<Pending<?>> rows) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (Pending<?> row : rows) {
            if (row.after() instanceof Task task) {
                tasks.put(task.id(), task);
            }
        }
        return tasks;
    }

    static <D> void add(UnitOfWork work, Draft<D> draft, AddTask input) {
        List<Task> tasks = all(work, draft);
        Editing.cap("tasks", tasks.size() + 1, Task.MOST);
        Set<String> known = tasks.stream().map(Task::id).collect(Collectors.toSet());
        for (String first : input.dependsOn()) {
            if (!known.contains(first)) {
                throw new InvalidInput("dependsOn", "UNKNOWN", Map.of("value", first));
            }
        }
        Instant due = input.dueAt() == null ? null : Times.storable("dueAt", input.dueAt());
        Task task = new Task(
                draft.freshId(),
                draft.tenant(),
                draft.id(),
                java.util.Objects.requireNonNull(input.title()),
                Task.State.OPEN,
                input.group() == null ? null : new GroupId(input.group()),
                input.assignee() == null ? null : new PersonId(input.assignee()),
                due,
                input.dependsOn(),
                draft.now(),
                null);
        draft.write(Task.KIND, null, task).note("task", task.id()).notePersonal("title", task.title());
    }

    static <D> void move(UnitOfWork work, Draft<D> draft, String id, Task.State state) {
        Task task = of(work, Task.KIND, draft, id, Task::ticket);
        if (task.state() == state) {
            return;
        }
        if (state != Task.State.OPEN && state != Task.State.SKIPPED) {
            List<String> waitsFor = all(work, draft).stream()
                    .filter(other -> task.dependsOn().contains(other.id())
                            && other.state().isOpen())
                    .map(Task::title)
                    .toList();
            if (!waitsFor.isEmpty()) {
                throw new RuleViolated("TASK_WAITS", Map.of("task", task.title(), "first", waitsFor));
            }
        }
        draft.write(Task.KIND, task, task.in(state, draft.now()));
        draft.note("task", id).note("from", task.state().name()).note("to", state.name());
    }

    static <D> void assign(UnitOfWork work, Draft<D> draft, String id, Assign input) {
        Task task = of(work, Task.KIND, draft, id, Task::ticket);
        GroupId group = input.group() == null ? null : new GroupId(input.group());
        PersonId assignee = input.assignee() == null ? null : new PersonId(input.assignee());
        draft.write(Task.KIND, task, task.to(group, assignee)).note("task", id);
        draft.notePersonal("assignee", input.assignee());
        if (input.group() != null) {
            draft.note("group", input.group());
        }
    }

    static <D> List<Task> all(UnitOfWork work, Draft<D> draft) {
        return work.list(Query.of(Task.KIND, draft.tenant(), Task.TICKET.is(draft.id())));
    }

    /** A row that belongs to the ticket, held; or not found. */
    static <R, D> R of(UnitOfWork work, RecordKind<R> kind, Draft<D> draft, String id, Function<R, TicketId> owner) {
        return work.find(kind, draft.tenant(), id, Lock.WRITE)
                .filter(row -> owner.apply(row).equals(draft.id()))
                .orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", id)));
    }
}
