package io.itsm4j.approval;

import java.util.Collection;

/**
 * A step's votes, counted.
 *
 * @param approved the approvals, or their weight
 * @param out the votes that are still out, or their weight
 * @param base the people who do not abstain
 * @param independent whether an approval comes from somebody who does not carry the subject out
 * @param independentPossible whether one did or still can
 */
record Tally(long approved, long out, long base, boolean independent, boolean independentPossible) {

    static Tally of(Quorum quorum, Collection<Ballot> ballots) {
        long approved = 0;
        long out = 0;
        long base = 0;
        boolean independent = false;
        boolean possible = false;
        for (Ballot ballot : ballots) {
            int counts = quorum instanceof Quorum.Weighted ? ballot.weight() : 1;
            Choice choice = ballot.choice();
            base += choice == Choice.ABSTAIN ? 0 : 1;
            if (choice == Choice.APPROVE) {
                approved += counts;
                independent |= ballot.independent();
            } else if (choice == null) {
                out += counts;
                possible |= ballot.independent();
            }
        }
        return new Tally(approved, out, base, independent, independent || possible);
    }
}
