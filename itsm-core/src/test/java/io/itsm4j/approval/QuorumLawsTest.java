package io.itsm4j.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.actor.PersonId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What a quorum must hold, against a plain oracle: a step is decided exactly when every way in which the votes that are
 * still out can fall ends the same.
 */
class QuorumLawsTest {

    private static final List<Choice> CHOICES = List.of(Choice.values());

    /** The outcome once everybody has voted, in the words of the rule. */
    private static boolean approves(Quorum rule, List<Ballot> complete) {
        List<Ballot> yes =
                complete.stream().filter(b -> b.choice() == Choice.APPROVE).toList();
        long voices =
                complete.stream().filter(b -> b.choice() != Choice.ABSTAIN).count();
        boolean enough;
        if (rule instanceof Quorum.Any) {
            enough = !yes.isEmpty();
        } else if (rule instanceof Quorum.All) {
            enough = complete.stream().noneMatch(b -> b.choice() == Choice.REJECT);
        } else if (rule instanceof Quorum.AtLeast some) {
            enough = yes.size() >= some.count();
        } else if (rule instanceof Quorum.Percent share) {
            BigDecimal exact = BigDecimal.valueOf(share.percent())
                    .multiply(BigDecimal.valueOf(voices))
                    .divide(BigDecimal.valueOf(100));
            RoundingMode mode = switch (share.rounding()) {
                case UP -> RoundingMode.CEILING;
                case DOWN -> RoundingMode.FLOOR;
                case HALF_UP -> RoundingMode.HALF_UP;
            };
            enough = BigDecimal.valueOf(yes.size()).compareTo(exact.setScale(0, mode)) >= 0;
        } else {
            int weight = yes.stream().mapToInt(Ballot::weight).sum();
            enough = weight >= ((Quorum.Weighted) rule).weight();
        }
        return enough && yes.stream().anyMatch(Ballot::independent);
    }

    private static Set<Verdict> endings(Quorum rule, List<Ballot> ballots, int from) {
        for (int i = from; i < ballots.size(); i++) {
            if (ballots.get(i).choice() == null) {
                Set<Verdict> all = EnumSet.noneOf(Verdict.class);
                for (Choice choice : CHOICES) {
                    all.addAll(endings(rule, voted(ballots, i, choice), i + 1));
                }
                return all;
            }
        }
        return EnumSet.of(approves(rule, ballots) ? Verdict.APPROVED : Verdict.REJECTED);
    }

    private static List<Ballot> voted(List<Ballot> ballots, int at, Choice choice) {
        List<Ballot> next = new ArrayList<>(ballots);
        Ballot was = ballots.get(at);
        next.set(at, new Ballot(was.principal(), was.weight(), was.independent(), choice));
        return next;
    }

    @Property(tries = 2_000)
    void is_decided_exactly_when_nothing_that_is_still_out_can_change_it(
            @ForAll("rules") Quorum rule, @ForAll("ballots") List<Ballot> ballots) {
        Set<Verdict> endings = endings(rule, ballots, 0);

        Verdict expected = endings.size() == 1 ? endings.iterator().next() : Verdict.OPEN;
        assertThat(rule.verdict(ballots)).isEqualTo(expected);
    }

    @Property(tries = 1_000)
    void a_decision_stands_whatever_is_voted_afterwards(
            @ForAll("rules") Quorum rule, @ForAll("ballots") List<Ballot> ballots, @ForAll Choice next) {
        Verdict before = rule.verdict(ballots);
        for (int i = 0; i < ballots.size(); i++) {
            if (before != Verdict.OPEN && ballots.get(i).choice() == null) {
                assertThat(rule.verdict(voted(ballots, i, next))).isEqualTo(before);
            }
        }
    }

    @Property(tries = 1_000)
    void one_more_approval_never_turns_an_approval_into_anything_else(
            @ForAll("rules") Quorum rule, @ForAll("ballots") List<Ballot> ballots) {
        for (int i = 0; i < ballots.size(); i++) {
            if (rule.verdict(voted(ballots, i, Choice.REJECT)) == Verdict.APPROVED) {
                assertThat(rule.verdict(voted(ballots, i, Choice.APPROVE))).isEqualTo(Verdict.APPROVED);
            }
        }
    }

    @Property(tries = 500)
    void a_complete_vote_is_never_open(@ForAll("rules") Quorum rule, @ForAll("ballots") List<Ballot> ballots) {
        List<Ballot> complete = ballots.stream()
                .map(b -> new Ballot(
                        b.principal(), b.weight(), b.independent(), b.choice() == null ? Choice.ABSTAIN : b.choice()))
                .toList();
        assertThat(rule.verdict(complete)).isNotEqualTo(Verdict.OPEN);
    }

    @Example
    void half_of_five_is_three_or_two_as_the_rounding_says() {
        assertThat(needed(50, Rounding.UP, 5)).isEqualTo(3);
        assertThat(needed(50, Rounding.DOWN, 5)).isEqualTo(2);
        assertThat(needed(50, Rounding.HALF_UP, 5)).isEqualTo(3);
        assertThat(needed(33, Rounding.HALF_UP, 5)).isEqualTo(2);
        assertThat(needed(25, Rounding.HALF_UP, 5)).isEqualTo(1);
        assertThat(needed(1, Rounding.DOWN, 3)).isEqualTo(1);
        assertThat(needed(66, Rounding.UP, 100)).isEqualTo(66);
        assertThat(needed(67, Rounding.UP, 3)).isEqualTo(3);
    }

    private static long needed(int percent, Rounding rounding, long of) {
        return Quorum.percent(percent, rounding).needed(of);
    }

    @Example
    void all_ignores_who_abstains_but_not_if_all_abstain() {
        assertThat(Quorum.all().verdict(List.of(ballot("a", Choice.APPROVE), ballot("b", Choice.ABSTAIN))))
                .isEqualTo(Verdict.APPROVED);
        assertThat(Quorum.all().verdict(List.of(ballot("a", Choice.ABSTAIN), ballot("b", Choice.ABSTAIN))))
                .isEqualTo(Verdict.REJECTED);
        assertThat(Quorum.all().verdict(List.of(ballot("a", Choice.REJECT), ballot("b", null))))
                .isEqualTo(Verdict.REJECTED);
    }

    @Example
    void whoever_carries_it_out_counts_but_never_alone() {
        Ballot implementer = new Ballot(new PersonId("i"), 1, false, Choice.APPROVE);

        assertThat(Quorum.any().verdict(List.of(implementer, ballot("a", null))))
                .isEqualTo(Verdict.OPEN);
        assertThat(Quorum.any().verdict(List.of(implementer, ballot("a", Choice.ABSTAIN))))
                .isEqualTo(Verdict.REJECTED);
        assertThat(Quorum.atLeast(2).verdict(List.of(implementer, ballot("a", Choice.APPROVE))))
                .isEqualTo(Verdict.APPROVED);
    }

    private static Ballot ballot(String person, Choice choice) {
        return new Ballot(new PersonId(person), 1, true, choice);
    }

    @Provide
    Arbitrary<Quorum> rules() {
        return Arbitraries.oneOf(
                Arbitraries.just(Quorum.any()),
                Arbitraries.just(Quorum.all()),
                Arbitraries.integers().between(1, 8).map(Quorum::atLeast),
                Combinators.combine(Arbitraries.integers().between(1, 100), Arbitraries.of(Rounding.class))
                        .as(Quorum::percent),
                Arbitraries.integers().between(1, 12).map(Quorum::weighing));
    }

    @Provide
    Arbitrary<List<Ballot>> ballots() {
        Arbitrary<Choice> choices = Arbitraries.of(Choice.class).injectNull(0.4);
        Arbitrary<Ballot> one = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(4, true), net.jqwik.api.Tuple.of(1, false)),
                        choices)
                .as((weight, independent, choice) -> new Ballot(new PersonId("p"), weight, independent, choice));
        return one.list().ofMinSize(1).ofMaxSize(7);
    }
}
