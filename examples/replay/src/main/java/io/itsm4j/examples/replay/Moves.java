package io.itsm4j.examples.replay;

import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.HoldReason;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.lifecycle.State;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** By which commands an incident gets from where it is to the state that a row has recorded. */
final class Moves {

    /**
     * A command.
     *
     * @param name what it is called
     * @param command the call
     */
    record Move(String name, BiFunction<Incidents, TicketId, Ticket<Incident>> command) {

        Ticket<Incident> on(Incidents incidents, TicketId id) {
            return command.apply(incidents, id);
        }
    }

    private static final Move START = new Move("start", Incidents::start);
    private static final Move RESUME = new Move("resume", Incidents::resume);
    private static final Move CLOSE = new Move("close", Incidents::close);
    private static final Move REOPEN =
            new Move("reopen", (incidents, id) -> incidents.reopen(id, "reopened in the recorded system"));

    private Moves() {}

    /** The one command that means what was recorded, whether it is allowed or not; none leads back to New. */
    static Optional<Move> direct(Ticket<Incident> ticket, LogRow row) {
        State from = ticket.state();
        return Optional.ofNullable(
                switch (row.state()) {
                    case NEW -> null;
                    case ACTIVE -> from.equals(IncidentLifecycle.RESOLVED) ? REOPEN : waits(from) ? RESUME : START;
                    case AWAITING_USER_INFO, AWAITING_VENDOR, AWAITING_PROBLEM, AWAITING_EVIDENCE ->
                        waits(from) ? changeReason(row) : hold(row);
                    case RESOLVED -> resolve(row);
                    case CLOSED -> CLOSE;
                });
    }

    /** The shortest legal way where the direct command is refused; empty when there is none. */
    static List<Move> detour(Ticket<Incident> ticket, LogRow row) {
        boolean resolved = ticket.state().equals(IncidentLifecycle.RESOLVED);
        if (resolved && row.state().reason() != null) {
            return List.of(REOPEN, hold(row));
        }
        boolean worked = !ticket.state().category().isTerminal() && !resolved;
        return worked && row.state() == RecordedState.CLOSED ? List.of(resolve(row), CLOSE) : List.of();
    }

    private static boolean waits(State state) {
        return state.equals(IncidentLifecycle.ON_HOLD);
    }

    private static Move hold(LogRow row) {
        return new Move("hold", (incidents, id) -> incidents.hold(id, reason(row)));
    }

    private static Move changeReason(LogRow row) {
        return new Move("change hold reason", (incidents, id) -> incidents.changeHoldReason(id, reason(row)));
    }

    private static HoldIncident reason(LogRow row) {
        HoldReason reason = Objects.requireNonNull(row.state().reason());
        return reason == HoldReason.CALLER
                ? HoldIncident.untilCallerAnswers("The desk has asked the caller for information.")
                : HoldIncident.because(reason);
    }

    private static Move resolve(LogRow row) {
        String code = Objects.requireNonNullElse(row.knownCode(), "unknown");
        return new Move(
                "resolve",
                (incidents, id) ->
                        incidents.resolve(id, ResolveIncident.with(code, "Resolved in the recorded system.")));
    }
}
