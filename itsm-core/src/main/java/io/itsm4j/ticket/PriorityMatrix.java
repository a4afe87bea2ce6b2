package io.itsm4j.ticket;

import java.util.ArrayList;
import java.util.List;

/**
 * Priority as a function of impact and urgency, as data.
 *
 * @param name what the explanation calls it
 * @param rows a row for each impact from high to low, each with a priority for each urgency from high to low
 */
public record PriorityMatrix(String name, List<List<Priority>> rows) {

    /** The usual matrix: 1 for high and high, one step less for each step down, 5 for low and low. */
    public static final PriorityMatrix STANDARD = of("standard", "123", "234", "345");

    /**
     * Checks that the matrix is total.
     *
     * @throws IllegalArgumentException when a row or a column is missing
     */
    public PriorityMatrix {
        List<List<Priority>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(List.copyOf(row)));
        rows = List.copyOf(copy);
        boolean total = rows.size() == Impact.values().length
                && rows.stream().allMatch(row -> row.size() == Urgency.values().length);
        if (!total) {
            throw new IllegalArgumentException("a priority matrix has a cell for every impact and urgency");
        }
    }

    /**
     * A matrix written as ranks: {@code of("ours", "123", "234", "344")}.
     *
     * @param ranks a text for each impact from high to low, with a digit for each urgency from high to low
     * @throws IllegalArgumentException when it is not total or a rank does not exist
     */
    public static PriorityMatrix of(String name, String... ranks) {
        List<List<Priority>> rows = new ArrayList<>();
        for (String row : ranks) {
            rows.add(row.chars().mapToObj(digit -> Priority.ofRank(digit - '0')).toList());
        }
        return new PriorityMatrix(name, rows);
    }

    /** The priority of a cell. */
    public Priority priority(Impact impact, Urgency urgency) {
        return rows.get(impact.ordinal()).get(urgency.ordinal());
    }
}
