package io.itsm4j.interop;

import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.Ticket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How states read as the statuses of another standard, and back. Every state has a status, by its category, so that a
 * practice or a host adds states without a word here; some states of some types read otherwise, and some by the reason
 * for which they wait. Several states may read as one status: the way back gives all of them, and the sub-status tells
 * which. Immutable.
 *
 * @param <S> the statuses
 */
public final class StatusTable<S extends Enum<S>> {

    private static final String ANY_TYPE = "*";

    /** Trouble tickets as TMF621 knows them: for incidents, problems, requests and a host's own types. */
    public static final StatusTable<TroubleTicketStatus> TROUBLE_TICKET = new StatusTable<>(Map.of(
                    StateCategory.NEW, TroubleTicketStatus.ACKNOWLEDGED,
                    StateCategory.ACTIVE, TroubleTicketStatus.IN_PROGRESS,
                    StateCategory.PENDING, TroubleTicketStatus.PENDING,
                    StateCategory.RESOLVED, TroubleTicketStatus.RESOLVED,
                    StateCategory.CLOSED, TroubleTicketStatus.CLOSED,
                    StateCategory.CANCELLED, TroubleTicketStatus.CANCELLED))
            .with("incident", "ON_HOLD", TroubleTicketStatus.HELD)
            .with("incident", "ON_HOLD", "CALLER", TroubleTicketStatus.PENDING)
            .with("request", "ON_HOLD", TroubleTicketStatus.HELD)
            .with(ANY_TYPE, "REJECTED", TroubleTicketStatus.REJECTED)
            .with("change", "REJECTED", TroubleTicketStatus.PENDING); // it waits to be revised

    /** Change requests as TMF655 can carry them: for changes and releases. */
    public static final StatusTable<ChangeStatus> CHANGE = new StatusTable<>(Map.of(
                    StateCategory.NEW, ChangeStatus.DRAFT,
                    StateCategory.ACTIVE, ChangeStatus.IN_PROGRESS,
                    StateCategory.PENDING, ChangeStatus.PENDING,
                    StateCategory.RESOLVED, ChangeStatus.IMPLEMENTED,
                    StateCategory.CLOSED, ChangeStatus.CLOSED,
                    StateCategory.CANCELLED, ChangeStatus.CANCELLED))
            .with("change", "ASSESS", ChangeStatus.ASSESSING)
            .with("change", "AUTHORISE", ChangeStatus.AWAITING_APPROVAL)
            .with("change", "SCHEDULED", ChangeStatus.SCHEDULED)
            .with("release", "READY", ChangeStatus.SCHEDULED)
            .with("release", "ROLLED_BACK", ChangeStatus.BACKED_OUT)
            .with(ANY_TYPE, "REJECTED", ChangeStatus.REJECTED);

    private record Special<S>(
            String type, String state, @Nullable String reason, S status) {

        boolean covers(String ofType, State at) {
            return state.equals(at.name()) && (type.equals(ANY_TYPE) || type.equals(ofType));
        }

        boolean decides(String ofType, State at, @Nullable String why) {
            return covers(ofType, at) && (reason == null || reason.equals(why));
        }

        boolean replaces(Special<?> other) {
            return type.equals(other.type) && state.equals(other.state) && Objects.equals(reason, other.reason);
        }

        /** The more that is named, the earlier it is asked: a reason before none, a type before any. */
        int rank() {
            return (reason == null ? 0 : 2) + (type.equals(ANY_TYPE) ? 0 : 1);
        }
    }

    private final Map<StateCategory, S> byCategory;
    private final List<Special<S>> specials;

    private StatusTable(Map<StateCategory, S> byCategory, List<Special<S>> specials) {
        this.byCategory = byCategory;
        this.specials = specials;
    }

    /**
     * A table by category alone.
     *
     * @throws IllegalArgumentException when a category is missing
     */
    public StatusTable(Map<StateCategory, S> byCategory) {
        this(Collections.unmodifiableMap(new EnumMap<>(byCategory)), List.of());
        if (byCategory.size() != StateCategory.values().length) {
            throw new IllegalArgumentException("every category needs a status, not only " + byCategory.keySet());
        }
    }

    /**
     * The same table, with another status for one state.
     *
     * @param type the name of the ticket type, or {@code *} for a state of that name in every type
     * @param state the name of the state
     */
    public StatusTable<S> with(String type, String state, S status) {
        return with(new Special<>(type, state, null, status));
    }

    /**
     * The same table, with another status for one state while it waits for one reason.
     *
     * @param type the name of the ticket type, or {@code *} for a state of that name in every type
     * @param state the name of the state
     * @param reason the reason, as the ticket has it
     */
    public StatusTable<S> with(String type, String state, String reason, S status) {
        return with(new Special<>(type, state, reason, status));
    }

    private StatusTable<S> with(Special<S> added) {
        List<Special<S>> all = new ArrayList<>(specials);
        all.removeIf(added::replaces);
        all.add(added);
        all.sort((a, b) -> b.rank() - a.rank());
        return new StatusTable<>(byCategory, List.copyOf(all));
    }

    /**
     * The status of a state.
     *
     * @param type the name of the ticket type
     * @param reason why it waits, or null
     */
    public S statusOf(String type, State state, @Nullable String reason) {
        for (Special<S> special : specials) {
            if (special.decides(type, state, reason)) {
                return special.status();
            }
        }
        return Objects.requireNonNull(byCategory.get(state.category()));
    }

    /** How a ticket reads. */
    public ForeignStatus<S> of(Ticket<?> ticket) {
        String reason = ticket.pendingReason().orElse(null);
        return new ForeignStatus<>(
                statusOf(ticket.type(), ticket.state(), reason), ticket.state().name(), reason);
    }

    /** Every status that a state can read as, its reason aside. */
    public Set<S> statusesOf(String type, State state) {
        Set<S> all = new LinkedHashSet<>();
        all.add(statusOf(type, state, null));
        specials.stream()
                .filter(special -> special.reason() != null && special.covers(type, state))
                .forEach(special -> all.add(special.status()));
        return all;
    }

    /**
     * The way back: every state of a lifecycle that can read as a status, in the order of the lifecycle.
     *
     * @param type the name of the ticket type
     * @return empty when no state of the type reads so
     */
    public Set<State> statesOf(String type, Lifecycle<?> lifecycle, S status) {
        Set<State> states = new LinkedHashSet<>();
        for (State state : lifecycle.states()) {
            if (statusesOf(type, state).contains(status)) {
                states.add(state);
            }
        }
        return states;
    }

    /**
     * The state that was meant: the sub-status when it is one that reads as the status, else the only state that does.
     *
     * @param type the name of the ticket type
     * @return empty when it is not told
     */
    public Optional<State> stateOf(String type, Lifecycle<?> lifecycle, ForeignStatus<S> given) {
        Set<State> states = statesOf(type, lifecycle, given.status());
        Optional<State> named = states.stream()
                .filter(state -> state.name().equals(given.subStatus()))
                .findFirst();
        return named.isPresent() || states.size() != 1 ? named : states.stream().findFirst();
    }
}
