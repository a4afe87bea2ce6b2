package io.itsm4j.approval;

import io.itsm4j.RuleViolated;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.ticket.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who the approvers of a policy are at this moment, each person once, whatever names they go by. */
final class Roster {

    private final Ledger ledger;
    private final Colleagues people;

    Roster(Ledger ledger) {
        this.ledger = ledger;
        this.people = new Colleagues(ledger.directory(), ledger.tenant());
    }

    /**
     * The people, with the weight of each.
     *
     * @throws RuleViolated with {@code APPROVERS_UNKNOWN} when the directory cannot say who they are
     */
    Map<PersonId, Integer> resolve(Collection<Approver> approvers) {
        return resolved(approvers)
                .orElseThrow(() -> new RuleViolated(
                        "APPROVERS_UNKNOWN",
                        Map.of(
                                "approvers",
                                approvers.stream().map(Approver::toString).toList())));
    }

    /** The people, or empty when the directory cannot say who they are now. */
    Optional<Map<PersonId, Integer>> resolved(Collection<Approver> approvers) {
        Map<PersonId, Integer> all = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        for (Approver approver : approvers) {
            Optional<Set<PersonId>> members = members(approver);
            if (members.isEmpty()) {
                return Optional.empty();
            }
            for (PersonId member : members.get()) {
                if (people.isActive(member)) {
                    all.merge(people.canonical(member), approver.weight(), Math::max);
                }
            }
        }
        return Optional.of(all);
    }

    private Optional<Set<PersonId>> members(Approver approver) {
        return switch (approver.kind()) {
            case PERSON -> Optional.of(Set.of(new PersonId(approver.name())));
            case GROUP -> people.members(new GroupId(approver.name()));
            case ROLE -> people.holders(new Role(approver.name()));
        };
    }

    /**
     * The seats of a step that opens: everybody who is asked but those whom separation of duties keeps out.
     *
     * @throws RuleViolated with {@code APPROVERS_NONE} when nobody is left, with {@code APPROVERS_TOO_FEW} when those
     *     who are cannot reach the quorum
     */
    OpenedStep open(ApprovalStep step, Set<PersonId> keptOut, Set<PersonId> implementers) {
        List<Seat> seats = new ArrayList<>();
        resolve(step.approvers()).forEach((person, weight) -> {
            if (!keptOut.contains(person)) {
                seats.add(Seat.of(person, weight, false, ledger.newId()));
            }
        });
        if (seats.isEmpty()) {
            throw nobody(step);
        }
        OpenedStep opened = new OpenedStep(step.name(), ledger.now(), seats, 0, false, null);
        if (opened.verdict(step.quorum(), implementers) == Verdict.REJECTED) {
            throw new RuleViolated(
                    "APPROVERS_TOO_FEW",
                    Map.of(
                            "step", step.name(),
                            "approvers", seats.stream().map(Seat::principal).toList(),
                            "quorum", step.quorum()));
        }
        return opened;
    }

    /**
     * The step as it is now: whoever no longer belongs to those who are asked is struck, a vote given before is void,
     * and when somebody was, those who belong to them now are asked too.
     */
    OpenedStep refreshed(ApprovalStep rule, OpenedStep step, Set<PersonId> keptOut) {
        Optional<Map<PersonId, Integer>> now = resolved(rule.approvers());
        if (now.isEmpty()) {
            return step;
        }
        Map<PersonId, Integer> others = now.get();
        List<Seat> seats = new ArrayList<>();
        boolean struck = false;
        for (Seat seat : step.seats()) {
            boolean belongs =
                    seat.senior() && people.isActive(seat.principal()) || others.containsKey(seat.principal());
            boolean gone = !seat.struck() && (!belongs || keptOut.contains(seat.principal()));
            struck |= gone;
            seats.add(gone ? seat.strike() : seat);
            others.remove(seat.principal());
        }
        if (struck) {
            others.forEach((person, weight) -> {
                if (!keptOut.contains(person)) {
                    seats.add(Seat.of(person, weight, false, ledger.newId()));
                }
            });
        }
        if (seats.stream().allMatch(Seat::struck)) {
            throw nobody(rule);
        }
        return step.with(seats);
    }

    /** Those to whom a step escalates, who have no seat in it yet, after the seats it has. */
    List<Seat> escalated(ApprovalStep rule, OpenedStep step, Set<PersonId> keptOut) {
        Map<PersonId, Integer> seniors = resolve(rule.escalateTo());
        List<Seat> seats = new ArrayList<>();
        for (Seat seat : step.seats()) {
            boolean rises = seniors.remove(seat.principal()) != null && seat.isOut();
            seats.add(rises ? Seat.of(seat.principal(), seat.weight(), true, seat.asked()) : seat);
        }
        seniors.forEach((person, weight) -> {
            if (!keptOut.contains(person)) {
                seats.add(Seat.of(person, weight, true, ledger.newId()));
            }
        });
        return seats;
    }

    private static RuleViolated nobody(ApprovalStep step) {
        return new RuleViolated(
                "APPROVERS_NONE",
                Map.of(
                        "step", step.name(),
                        "approvers",
                                step.approvers().stream()
                                        .map(Approver::toString)
                                        .toList()));
    }
}
