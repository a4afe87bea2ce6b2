package io.itsm4j.sla;

import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.Priority;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens when a clock reaches a threshold. */
public sealed interface ThresholdAction {

    /** Whom a notice concerns. */
    enum Audience {
        REQUESTER,
        WATCHERS,
        ASSIGNEE,
        GROUP,
        /** The manager of the assignee, as the host's directory knows them. */
        MANAGER
    }

    /**
     * Tells people, through the host's notifier.
     *
     * @param audiences whom, at least one
     */
    record Notify(Set<Audience> audiences) implements ThresholdAction {

        /** Copies the audiences. */
        public Notify {
            audiences = Set.copyOf(audiences);
        }
    }

    /**
     * Escalates the ticket.
     *
     * @param kind functional, to those who know more, or hierarchic, to the manager of the assignee
     * @param tier the tier of a functional escalation, the next one when null
     * @param group the group it goes to, or null to stay
     */
    record EscalateTo(
            Escalate.Kind kind,
            @Nullable Integer tier,
            @Nullable String group) implements ThresholdAction {}

    /**
     * Makes the ticket more pressing; one that is as pressing already stays.
     *
     * @param to the priority
     */
    record RaisePriority(Priority to) implements ThresholdAction {}

    /**
     * Adds a task.
     *
     * @param title what is to be done, one line
     * @param group the group it waits for, or null
     */
    record AddTaskFor(String title, @Nullable String group) implements ThresholdAction {}

    /**
     * Calls the host.
     *
     * @param handler the name of a {@link ThresholdHandler}
     */
    record Call(String handler) implements ThresholdAction {}
}
