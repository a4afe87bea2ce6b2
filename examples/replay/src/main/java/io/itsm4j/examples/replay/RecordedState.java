package io.itsm4j.examples.replay;

import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.ticket.Ticket;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The states of the log, and what the library calls them: those it has and ITIL has not are reasons of a hold. */
enum RecordedState {
    NEW("New", null),
    ACTIVE("Active", null),
    AWAITING_USER_INFO("Awaiting User Info", HoldReason.CALLER),
    AWAITING_VENDOR("Awaiting Vendor", HoldReason.VENDOR),
    AWAITING_PROBLEM("Awaiting Problem", HoldReason.PROBLEM),
    AWAITING_EVIDENCE("Awaiting Evidence", HoldReason.EVIDENCE),
    RESOLVED("Resolved", null),
    CLOSED("Closed", null);

    private final String title;
    private final @Nullable HoldReason reason;

    RecordedState(String title, @Nullable HoldReason reason) {
        this.title = title;
        this.reason = reason;
    }

    static Optional<RecordedState> titled(String text) {
        return Arrays.stream(values()).filter(value -> value.title.equals(text)).findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(value -> value.title).collect(Collectors.joining(", "));
    }

    State state() {
        return switch (this) {
            case NEW -> IncidentLifecycle.NEW;
            case ACTIVE -> IncidentLifecycle.IN_PROGRESS;
            case AWAITING_USER_INFO, AWAITING_VENDOR, AWAITING_PROBLEM, AWAITING_EVIDENCE -> IncidentLifecycle.ON_HOLD;
            case RESOLVED -> IncidentLifecycle.RESOLVED;
            case CLOSED -> IncidentLifecycle.CLOSED;
        };
    }

    @Nullable HoldReason reason() {
        return reason;
    }

    boolean isEnded() {
        return this == RESOLVED || this == CLOSED;
    }

    /** Whether the library says the same of the ticket. */
    boolean isStateOf(Ticket<Incident> ticket) {
        return ticket.state().equals(state())
                && ticket.pendingReason().equals(Optional.ofNullable(reason).map(Enum::name));
    }
}
