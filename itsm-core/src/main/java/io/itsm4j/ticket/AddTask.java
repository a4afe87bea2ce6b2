package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of adding a task to a ticket.
 *
 * @param title one line
 * @param group the group it waits for, or null
 * @param assignee who does it, or null
 * @param dueAt when it should be done, or null
 * @param dependsOn the tasks that come first
 */
public record AddTask(
        @Line(max = AddTask.TITLE, required = true) @Nullable String title,

        @Line(max = 100) @Nullable String group,
        @Line(max = 100) @Nullable String assignee,
        @Nullable Instant dueAt,
        @Size(max = Task.MOST) Set<String> dependsOn) {

    /** The most characters of a title. */
    public static final int TITLE = 200;

    /** Copies the dependencies. */
    public AddTask {
        dependsOn = Set.copyOf(dependsOn);
    }

    /** A task with a title and nothing else. */
    public static AddTask titled(@Nullable String title) {
        return new AddTask(title, null, null, null, Set.of());
    }

    /** The same for a group or a person. */
    public AddTask forGroup(@Nullable String name, @Nullable String person) {
        return new AddTask(title, name, person, dueAt, dependsOn);
    }

    /** The same with a due time. */
    public AddTask dueBy(@Nullable Instant when) {
        return new AddTask(title, group, assignee, when, dependsOn);
    }

    /** The same after other tasks. */
    public AddTask after(String... tasks) {
        return new AddTask(title, group, assignee, dueAt, Set.copyOf(List.of(tasks)));
    }
}
