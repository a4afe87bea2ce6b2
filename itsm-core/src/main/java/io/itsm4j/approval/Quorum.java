package io.itsm4j.approval;

import java.util.Collection;

/**
 * How many approvals a step needs. People are counted, never votes: whoever is asked twice, by name and by group, is
 * one person.
 *
 * <p>An abstention neither approves nor rejects. It leaves the number that {@link All} and {@link Percent} are reckoned
 * from; where all abstain nothing is approved. A step ends as soon as the votes that are still out cannot change it:
 * with approval when even their rejections leave enough, with rejection when even their approvals do not suffice.
 */
public sealed interface Quorum {

    /** One approval is enough. */
    record Any() implements Quorum {}

    /** Everybody who does not abstain, and at least one. */
    record All() implements Quorum {}

    /**
     * A number of people.
     *
     * @param count at least 1
     */
    record AtLeast(int count) implements Quorum {

        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException when it is below 1
         */
        public AtLeast {
            if (count < 1) {
                throw new IllegalArgumentException("a quorum is at least one person, not " + count);
            }
        }
    }

    /**
     * A share of those who do not abstain, and at least one.
     *
     * @param percent 1 to 100
     * @param rounding how a share of people becomes a number of people
     */
    record Percent(int percent, Rounding rounding) implements Quorum {

        /**
         * Checks the share.
         *
         * @throws IllegalArgumentException when it is not 1 to 100
         */
        public Percent {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("a quorum is 1 to 100 percent, not " + percent);
            }
        }
    }

    /**
     * Approvals that together weigh enough.
     *
     * @param weight at least 1
     */
    record Weighted(int weight) implements Quorum {

        /**
         * Checks the weight.
         *
         * @throws IllegalArgumentException when it is below 1
         */
        public Weighted {
            if (weight < 1) {
                throw new IllegalArgumentException("a quorum weighs at least 1, not " + weight);
            }
        }
    }

    /** One approval is enough. */
    static Quorum any() {
        return new Any();
    }

    /** Everybody who does not abstain. */
    static Quorum all() {
        return new All();
    }

    /** So many people. */
    static Quorum atLeast(int count) {
        return new AtLeast(count);
    }

    /** Such a share of those who do not abstain. */
    static Quorum percent(int percent, Rounding rounding) {
        return new Percent(percent, rounding);
    }

    /** Approvals that together weigh so much. */
    static Quorum weighing(int weight) {
        return new Weighted(weight);
    }

    /**
     * What these ballots amount to. One ballot for each person; a person who carries the subject out never approves it
     * alone: at least one approval is independent.
     */
    default Verdict verdict(Collection<Ballot> ballots) {
        Tally tally = Tally.of(this, ballots);
        if (tally.approved() >= needed(tally.base()) && tally.independent()) {
            return Verdict.APPROVED;
        }
        boolean reachable = tally.approved() + tally.out() >= needed(tally.base()) && tally.independentPossible();
        return reachable ? Verdict.OPEN : Verdict.REJECTED;
    }

    /**
     * How many approvals (or how much weight) it takes when so many people do not abstain. It never grows faster than
     * the number itself, so that an approval which is still out always helps at least as much as an abstention.
     */
    default long needed(long base) {
        if (this instanceof AtLeast some) {
            return some.count();
        }
        if (this instanceof Weighted weighted) {
            return weighted.weight();
        }
        if (this instanceof Percent share) {
            return Math.max(1, share.rounding().share(share.percent(), base));
        }
        return this instanceof All ? Math.max(1, base) : 1;
    }
}
