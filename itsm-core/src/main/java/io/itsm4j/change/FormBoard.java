package io.itsm4j.change;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of forming a board for a change.
 *
 * @param agenda what is talked about, one point a line
 * @param meetsAt when it meets
 * @param approvers who votes, at least one
 * @param advisers who is heard and does not vote
 * @param quorum how many approvers must be present, and must approve
 */
public record FormBoard(
        @Line(max = 4000, required = true, multi = true) @Nullable String agenda,

        @NotNull @Nullable Instant meetsAt,
        @Size(min = 1, max = 100) Set<@Line(max = 100, required = true) String> approvers,
        @Size(max = 100) Set<@Line(max = 100, required = true) String> advisers,
        @Min(1) int quorum) {

    /** Copies the people. */
    public FormBoard {
        approvers = Set.copyOf(approvers);
        advisers = Set.copyOf(advisers);
    }

    /** A board of these approvers, all of whom must approve. */
    public static FormBoard of(@Nullable String agenda, @Nullable Instant meetsAt, String... approvers) {
        Set<String> all = new LinkedHashSet<>(Arrays.asList(approvers));
        return new FormBoard(agenda, meetsAt, all, Set.of(), Math.max(1, all.size()));
    }

    /** The same, hearing these too. */
    public FormBoard hearing(String... people) {
        return new FormBoard(agenda, meetsAt, approvers, new LinkedHashSet<>(Arrays.asList(people)), quorum);
    }

    /** The same with so many approvers needed. */
    public FormBoard needing(int approvals) {
        return new FormBoard(agenda, meetsAt, approvers, advisers, approvals);
    }
}
