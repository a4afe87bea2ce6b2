package io.itsm4j.approval;

import io.itsm4j.actor.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step that has been opened, with the people it asks.
 *
 * @param name the step's name
 * @param openedAt when it was opened in this round
 * @param seats the people, each once
 * @param reminded how many reminders are over
 * @param escalated whether others are asked as well because it was not decided in time
 * @param lapsed what it counts as because it was not decided in time, or null
 */
public record OpenedStep(
        String name,
        Instant openedAt,
        List<Seat> seats,
        int reminded,
        boolean escalated,
        @Nullable Verdict lapsed) {

    /** Copies the seats. */
    public OpenedStep {
        seats = List.copyOf(seats);
    }

    /** Those whose vote is still out. */
    public Set<PersonId> waitingFor() {
        return seats.stream().filter(Seat::isOut).map(Seat::principal).collect(Collectors.toUnmodifiableSet());
    }

    /** What it amounts to under its rule, when these people carry the subject out. */
    Verdict verdict(Quorum quorum, Collection<PersonId> implementers) {
        if (lapsed != null) {
            return lapsed;
        }
        for (Seat seat : seats) {
            boolean decides = seat.senior() && !seat.struck() && !implementers.contains(seat.principal());
            if (decides && seat.choice() == Choice.APPROVE) {
                return Verdict.APPROVED;
            }
            if (decides && seat.choice() == Choice.REJECT) {
                return Verdict.REJECTED;
            }
        }
        Verdict verdict = quorum.verdict(ballots(implementers));
        boolean seniorIsOut = seats.stream().anyMatch(seat -> seat.senior() && seat.isOut());
        return verdict == Verdict.REJECTED && seniorIsOut ? Verdict.OPEN : verdict;
    }

    List<Ballot> ballots(Collection<PersonId> implementers) {
        return seats.stream()
                .filter(seat -> !seat.struck() && !seat.senior())
                .map(seat ->
                        new Ballot(seat.principal(), seat.weight(), isIndependent(seat, implementers), seat.choice()))
                .toList();
    }

    private static boolean isIndependent(Seat seat, Collection<PersonId> implementers) {
        PersonId by = seat.by() == null ? seat.principal() : seat.by();
        return !implementers.contains(seat.principal()) && !implementers.contains(by);
    }

    OpenedStep with(List<Seat> others) {
        return new OpenedStep(name, openedAt, others, reminded, escalated, lapsed);
    }

    OpenedStep with(PersonId principal, UnaryOperator<Seat> change) {
        List<Seat> next = new ArrayList<>();
        seats.forEach(seat -> next.add(seat.principal().equals(principal) ? change.apply(seat) : seat));
        return with(next);
    }

    OpenedStep reminded(int over) {
        return new OpenedStep(name, openedAt, seats, over, escalated, lapsed);
    }

    OpenedStep escalated(List<Seat> others) {
        return new OpenedStep(name, openedAt, others, reminded, true, lapsed);
    }

    OpenedStep lapsed(Verdict as) {
        return new OpenedStep(name, openedAt, seats, reminded, escalated, as);
    }
}
