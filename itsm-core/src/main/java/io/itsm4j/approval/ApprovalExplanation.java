package io.itsm4j.approval;

import io.itsm4j.actor.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where an approval stands and why.
 *
 * @param approval the approval
 * @param steps all steps of its policy, in order
 * @param mayVote whose vote is out in the present step; empty when it has ended
 * @param standIns who may vote for whom of them now
 * @param keptOut whom separation of duties keeps out now: who asked, and who stands in for them
 * @param implementers who carries the subject out, and cannot approve it alone
 * @param stale whether the content has changed, so that the next vote asks everybody again
 */
public record ApprovalExplanation(
        Approval approval,
        List<StepNow> steps,
        Set<PersonId> mayVote,
        Map<PersonId, Set<PersonId>> standIns,
        Set<PersonId> keptOut,
        Set<PersonId> implementers,
        boolean stale) {

    /** Copies the collections. */
    public ApprovalExplanation {
        steps = List.copyOf(steps);
        mayVote = Set.copyOf(mayVote);
        standIns = Map.copyOf(standIns);
        keptOut = Set.copyOf(keptOut);
        implementers = Set.copyOf(implementers);
    }

    /**
     * A step as it stands.
     *
     * @param rule the step as the policy has it
     * @param opened whether it was opened in this round
     * @param verdict what its votes amount to
     * @param needed how many approvals it needs, or how much weight, as those who abstain stand now
     * @param given how many it has, or how much weight
     * @param out those whose vote is out
     * @param struck those who no longer belong to those who are asked
     */
    public record StepNow(
            ApprovalStep rule,
            boolean opened,
            Verdict verdict,
            long needed,
            long given,
            Set<PersonId> out,
            Set<PersonId> struck) {

        static StepNow of(ApprovalStep rule, OpenedStep step, Set<PersonId> implementers) {
            Tally tally = Tally.of(rule.quorum(), step.ballots(implementers));
            Set<PersonId> struck = step.seats().stream()
                    .filter(Seat::struck)
                    .map(Seat::principal)
                    .collect(Collectors.toSet());
            return new StepNow(
                    rule,
                    true,
                    step.verdict(rule.quorum(), implementers),
                    rule.quorum().needed(tally.base()),
                    tally.approved(),
                    step.waitingFor(),
                    struck);
        }

        static StepNow notOpened(ApprovalStep rule) {
            return new StepNow(rule, false, Verdict.OPEN, 0, 0, Set.of(), Set.of());
        }
    }

    /** The same in sentences, a line for each step and for each rule that keeps somebody out. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(approval.subject().label() + ": " + approval.state() + ", round " + approval.round());
        for (StepNow step : steps) {
            lines.add(
                    !step.opened()
                            ? step.rule().name() + ": not opened yet"
                            : step.rule().name() + ": " + step.verdict() + "; has " + step.given() + " of "
                                    + step.needed() + " needed (" + step.rule().quorum() + "); out: "
                                    + sorted(step.out())
                                    + (step.struck().isEmpty() ? "" : "; no longer asked: " + sorted(step.struck())));
        }
        if (!keptOut.isEmpty()) {
            lines.add("kept out because they asked for it, or stand in for who did: " + sorted(keptOut));
        }
        if (!implementers.isEmpty()) {
            lines.add("cannot approve it alone because they carry it out: " + sorted(implementers));
        }
        if (stale) {
            lines.add("the content has changed: the votes are void, and everybody is asked again");
        }
        return lines;
    }

    private static String sorted(Set<PersonId> people) {
        return people.stream().map(PersonId::value).sorted().collect(Collectors.joining(", "));
    }
}
