package io.itsm4j.ticket;

import java.util.List;

/**
 * What a migration would do, or did.
 *
 * @param type the name of the ticket type
 * @param fromVersion the version of the lifecycle that tickets had
 * @param toVersion the version that they get
 * @param moves how many tickets, by the state they stood in, in the order of the map
 * @param more whether tickets of the old version were left because the limit was reached
 */
public record MigrationReport(String type, int fromVersion, int toVersion, List<Move> moves, boolean more) {

    /** Copies the moves. */
    public MigrationReport {
        moves = List.copyOf(moves);
    }

    /**
     * The tickets that stood in one state.
     *
     * @param from name of the old state
     * @param to name of the new state; the same for one that keeps its name
     * @param tickets how many
     */
    public record Move(String from, String to, long tickets) {}

    /** How many tickets in all. */
    public long tickets() {
        return moves.stream().mapToLong(Move::tickets).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(type + " v" + fromVersion + " to v" + toVersion + ": " + tickets());
        moves.forEach(move -> text.append(", ")
                .append(move.from())
                .append(" -> ")
                .append(move.to())
                .append(' ')
                .append(move.tickets()));
        return text.toString();
    }
}
