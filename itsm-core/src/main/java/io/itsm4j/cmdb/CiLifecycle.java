package io.itsm4j.cmdb;

import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which statuses the items of a class go through. Pure data. A status of a terminal category ({@code CLOSED},
 * {@code CANCELLED}) means that the item is no longer there; nothing may rest on it then.
 *
 * @param initial the name of the status of a new item, unless it says that it begins in one of the category {@code NEW}
 * @param statuses every status
 * @param moves which status may follow which
 */
public record CiLifecycle(String initial, List<State> statuses, List<StatusMove> moves) {

    /** Planned, not yet in use. */
    public static final State PLANNED = State.of("PLANNED", StateCategory.NEW);

    /** In use. */
    public static final State LIVE = State.of("LIVE", StateCategory.ACTIVE);

    /** There, but out of use for a while. */
    public static final State IN_MAINTENANCE = State.of("IN_MAINTENANCE", StateCategory.PENDING);

    /** No longer there. */
    public static final State RETIRED = State.of("RETIRED", StateCategory.CLOSED);

    /** What most classes use: planned, live, in maintenance, retired, and back again from there. */
    public static final CiLifecycle STANDARD = new CiLifecycle(
            LIVE.name(),
            List.of(PLANNED, LIVE, IN_MAINTENANCE, RETIRED),
            List.of(
                    StatusMove.of("PLANNED", "LIVE"),
                    StatusMove.of("PLANNED", "RETIRED"),
                    StatusMove.of("LIVE", "IN_MAINTENANCE"),
                    StatusMove.of("IN_MAINTENANCE", "LIVE"),
                    StatusMove.of("LIVE", "RETIRED"),
                    StatusMove.of("IN_MAINTENANCE", "RETIRED"),
                    StatusMove.of("RETIRED", "LIVE")));

    /** Copies the lists. */
    public CiLifecycle {
        statuses = List.copyOf(statuses);
        moves = List.copyOf(moves);
    }

    /** The status of this name. */
    public Optional<State> status(String name) {
        return statuses.stream().filter(status -> status.name().equals(name)).findFirst();
    }

    /** The names of the statuses that may follow, in the order of the moves. */
    public List<String> after(State status) {
        return moves.stream()
                .filter(move -> move.from().equals(status.name()))
                .map(StatusMove::to)
                .toList();
    }

    /** The statuses in which a new item may begin: the initial one and those of the category {@code NEW}. */
    public List<State> starts() {
        return statuses.stream()
                .filter(status -> status.name().equals(initial) || status.category() == StateCategory.NEW)
                .toList();
    }

    /** The statuses that a new item can never come to. */
    Set<String> unreachable() {
        Set<String> lost = new LinkedHashSet<>();
        statuses.forEach(status -> lost.add(status.name()));
        starts().forEach(start -> lost.removeAll(reachedFrom(start.name())));
        return lost;
    }

    /** The statuses from which no way leads to a terminal one. */
    Set<String> traps() {
        Set<String> traps = new LinkedHashSet<>();
        for (State status : statuses) {
            boolean ends = reachedFrom(status.name()).stream()
                    .flatMap(name -> status(name).stream())
                    .anyMatch(reached -> reached.category().isTerminal());
            if (!ends) {
                traps.add(status.name());
            }
        }
        return traps;
    }

    private Set<String> reachedFrom(String start) {
        Set<String> reached = new LinkedHashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            String at = open.pop();
            moves.stream()
                    .filter(move -> move.from().equals(at) && reached.add(move.to()))
                    .forEach(move -> open.push(move.to()));
        }
        return reached;
    }
}
