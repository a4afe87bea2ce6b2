package io.itsm4j.examples.replay;

import io.itsm4j.InvalidInput;
import io.itsm4j.ItsmException;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.TransitionRefused;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.incident.Incidents;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.LogWork;
import io.itsm4j.ticket.Ticket;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays rows: each is one transaction of the recorded person, in which every difference to the incident's row before is
 * a command. What the lifecycle refuses is counted, and left as a note where there is no legal way to the same end.
 */
final class Player {

    /**
     * What became of a row.
     *
     * @param after the incident after it
     * @param refused what was refused on the way, by the names of actions
     */
    record Played(Ticket<Incident> after, Set<String> refused) {}

    private final Desk desk;
    private final Company company;
    private final Refusals refusals = new Refusals();
    private final Transitions transitions = new Transitions();
    private long commands;

    Player(Desk desk, Company company) {
        this.desk = desk;
        this.company = company;
    }

    Refusals refusals() {
        return refusals;
    }

    Transitions transitions() {
        return transitions;
    }

    /** How many commands were carried out. */
    long commands() {
        return commands;
    }

    /**
     * Plays a row.
     *
     * @param before the incident as the row before left it, or null for its first row
     */
    Played play(Moment moment, LogRow row, @Nullable OpenIncident before) {
        desk.setClock(moment.at());
        company.learn(row);
        Turn turn = new Turn(row);
        Ticket<Incident> after = desk.inTransaction(
                () -> before == null ? turn.open(moment) : turn.change(before.ticket(), before.row()));
        return new Played(after, turn.refused);
    }

    /** One row's commands. */
    private final class Turn {

        private final LogRow row;
        private final Incidents incidents;
        private final Set<String> refused = new TreeSet<>();
        private final Set<String> undone = new TreeSet<>();
        private boolean done;

        Turn(LogRow row) {
            this.row = row;
            this.incidents = desk.incidents(row.updatedBy());
        }

        Ticket<Incident> open(Moment moment) {
            Ticket<Incident> opened = desk.incidents(Company.opener(row)).open(Inputs.opening(row, moment.at()));
            commands++;
            return row.state() == RecordedState.NEW ? opened : moved(opened);
        }

        Ticket<Incident> change(Ticket<Incident> ticket, LogRow before) {
            boolean moves = row.state() != before.state();
            boolean reopens = ticket.state().equals(IncidentLifecycle.RESOLVED)
                    && !row.state().isEnded();
            Ticket<Incident> at = moves && reopens ? moved(ticket) : ticket;
            if (row.isEdited(before)) {
                at = attempt("update", at, () -> incidents.update(ticket.id(), Inputs.edit(before, row)));
            }
            if (row.isReassigned(before)) {
                at = attempt("assign", at, () -> incidents.assign(ticket.id(), Inputs.assignment(row)));
            }
            at = moves && !reopens ? moved(at) : at;
            return done && undone.isEmpty() ? at : noted(at);
        }

        private Ticket<Incident> moved(Ticket<Incident> ticket) {
            Optional<Moves.Move> direct = Moves.direct(ticket, row);
            if (direct.isEmpty()) {
                refusals.noWayBack(ticket, row);
                refused.add("return to new");
                undone.add("return to new");
                return ticket;
            }
            Ticket<Incident> after = attempt(ticket, direct.get());
            if (isMoved(ticket, after)) {
                return after;
            }
            Ticket<Incident> at = ticket;
            for (Moves.Move step : Moves.detour(ticket, row)) {
                at = attempt(at, step);
            }
            if (row.state().isStateOf(at)) {
                undone.remove(direct.get().name());
            }
            return at;
        }

        private Ticket<Incident> attempt(Ticket<Incident> ticket, Moves.Move move) {
            Ticket<Incident> after = attempt(move.name(), ticket, () -> move.on(incidents, ticket.id()));
            if (isMoved(ticket, after)) {
                transitions.add(ticket, after);
            }
            return after;
        }

        /** Every command that is carried out leads to another version. */
        private static boolean isMoved(Ticket<Incident> before, Ticket<Incident> after) {
            return before.version() != after.version();
        }

        /** What a row without a visible difference leaves: a note by whoever touched the record. */
        private Ticket<Incident> noted(Ticket<Incident> ticket) {
            String note = undone.isEmpty()
                    ? "Touched without a visible change."
                    : "Refused here: " + String.join(", ", undone) + ".";
            Ticket<Incident> after =
                    attempt("comment", ticket, () -> incidents.comment(ticket.id(), AddComment.internally(note)));
            return isMoved(ticket, after)
                    ? after
                    : attempt(
                            "log work",
                            ticket,
                            () -> incidents.tickets().logWork(ticket.id(), LogWork.minutes(0, note)));
        }

        /** Carries a command out; a refusal leaves the incident as it was and the transaction sound. */
        private Ticket<Incident> attempt(String name, Ticket<Incident> ticket, Supplier<Ticket<Incident>> command) {
            try {
                Ticket<Incident> after = command.get();
                commands++;
                done = true;
                return after;
            } catch (TransitionRefused | RuleViolated | InvalidInput | NotPermitted refusal) {
                return refused(name, ticket, refusal);
            }
        }

        private Ticket<Incident> refused(String name, Ticket<Incident> ticket, ItsmException refusal) {
            refusals.add(name, ticket, row, refusal);
            refused.add(name);
            undone.add(name);
            return ticket;
        }
    }
}
