package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import io.itsm4j.actor.GroupId;
import io.itsm4j.input.LineValidator;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assignment;
import io.itsm4j.ticket.Escalate;
import io.itsm4j.ticket.Priority;
import java.util.Map;
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

        /**
         * Copies the audiences.
         *
         * @throws InvalidInput with {@code REQUIRED} when there is none
         */
        public Notify {
            audiences = Set.copyOf(audiences);
            if (audiences.isEmpty()) {
                throw new InvalidInput("audiences", "REQUIRED", Map.of());
            }
        }
    }

    /**
     * Escalates the ticket.
     *
     * @param kind functional, to those who know more, or hierarchic, to the manager of the assignee
     * @param tier the tier of a functional escalation, 1 to 3; the next one when null
     * @param group the group it goes to, or null to stay
     */
    record EscalateTo(
            Escalate.Kind kind,
            @Nullable Integer tier,
            @Nullable String group) implements ThresholdAction {

        /**
         * Checks the values.
         *
         * @throws InvalidInput with {@code OUT_OF_LIMIT} for another tier, or when the group is none
         */
        public EscalateTo {
            if (tier != null && (tier < 1 || tier > Assignment.TIERS)) {
                throw new InvalidInput("tier", "OUT_OF_LIMIT", Map.of("limit", "1 … " + Assignment.TIERS));
            }
            checkGroup(group);
        }
    }

    /**
     * Makes the ticket more pressing; one that is as pressing already stays.
     *
     * @param to the priority
     */
    record RaisePriority(Priority to) implements ThresholdAction {}

    /**
     * Adds a task.
     *
     * @param title what is to be done, one line of at most 200 characters
     * @param group the group it waits for, or null
     */
    record AddTaskFor(String title, @Nullable String group) implements ThresholdAction {

        /**
         * Checks the values.
         *
         * @throws InvalidInput with {@code REQUIRED}, {@code TOO_LONG} or {@code ILLEGAL_CHARACTER}
         */
        public AddTaskFor {
            checkLine("title", title, AddTask.TITLE);
            checkGroup(group);
        }
    }

    /**
     * Calls the host.
     *
     * @param handler the name of a {@link ThresholdHandler}, at most 100 characters
     */
    record Call(String handler) implements ThresholdAction {

        /**
         * Checks the name.
         *
         * @throws InvalidInput with {@code REQUIRED}, {@code TOO_LONG} or {@code ILLEGAL_CHARACTER}
         */
        public Call {
            checkLine("handler", handler, 100);
        }
    }

    private static void checkLine(String field, String text, int max) {
        String fault = LineValidator.fault(text, max, true, false);
        if (fault != null) {
            throw new InvalidInput(field, fault, Map.of("limit", max));
        }
    }

    private static void checkGroup(@Nullable String group) {
        if (group != null) {
            GroupId.of(group);
        }
    }
}
