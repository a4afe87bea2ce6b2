package io.itsm4j.ticket;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a ticket's work. It has no lifecycle of its own beyond its four states.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param ticket the ticket
 * @param title one line
 * @param state where it stands
 * @param group the group it waits for, or null
 * @param assignee who does it, or null
 * @param dueAt when it should be done, or null
 * @param dependsOn the ids of the tasks that must be done or skipped first
 * @param createdAt when it came to be
 * @param endedAt when it was done or skipped, or null
 */
public record Task(
        String id,
        TenantId tenant,
        TicketId ticket,
        String title,
        State state,
        @Nullable GroupId group,
        @Nullable PersonId assignee,
        @Nullable Instant dueAt,
        Set<String> dependsOn,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /** Where a task stands. */
    public enum State {
        OPEN,
        IN_PROGRESS,
        DONE,
        SKIPPED;

        /** Neither done nor skipped. */
        public boolean isOpen() {
            return this == OPEN || this == IN_PROGRESS;
        }
    }

    /** The most tasks of one ticket. */
    public static final int MOST = 200;

    /** The primary key. */
    public static final Attribute<Task, String> ID = Attribute.text("id", Task::id);

    /** The ticket. */
    public static final Attribute<Task, TicketId> TICKET = Attribute.text("ticketId", Task::ticket, TicketId::value);

    /** The state. */
    public static final Attribute<Task, State> STATE = Attribute.text("state", Task::state, State::name);

    /** The group it waits for. */
    public static final Attribute<Task, GroupId> GROUP = Attribute.text("group", Task::group, GroupId::value);

    /** Who does it. */
    public static final Attribute<Task, PersonId> ASSIGNEE =
            Attribute.text("assignee", Task::assignee, PersonId::value);

    /** When it came to be. */
    public static final Attribute<Task, Instant> CREATED_AT =
            Attribute.<Task>time("createdAt", Task::createdAt).sorted();

    /** How tasks are stored. */
    public static final RecordKind<Task> KIND = RecordKind.of("task", Task.class, Task::id, Task::tenant)
            .with(ID, STATE, GROUP, ASSIGNEE, CREATED_AT)
            .lookup(TICKET);

    /** The tasks that are neither done nor skipped. */
    public static Criterion<Task> unfinished() {
        return STATE.in(List.of(State.OPEN, State.IN_PROGRESS));
    }

    /** Copies the dependencies. */
    public Task {
        dependsOn = Set.copyOf(dependsOn);
    }

    Task in(State next, Instant now) {
        return new Task(
                id,
                tenant,
                ticket,
                title,
                next,
                group,
                assignee,
                dueAt,
                dependsOn,
                createdAt,
                next.isOpen() ? null : now);
    }

    Task to(@Nullable GroupId newGroup, @Nullable PersonId newAssignee) {
        return new Task(id, tenant, ticket, title, state, newGroup, newAssignee, dueAt, dependsOn, createdAt, endedAt);
    }
}
