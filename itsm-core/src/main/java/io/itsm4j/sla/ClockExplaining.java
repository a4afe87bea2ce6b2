package io.itsm4j.sla;

import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.ticket.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works explanations out from the steps of a replay. */
final class ClockExplaining {

    private final SlaDefinitions definitions;
    private final Ledger ledger;
    private final List<Replay.Step> steps;
    private final Instant now;

    ClockExplaining(SlaDefinitions definitions, Ledger ledger, List<Replay.Step> steps, Instant now) {
        this.definitions = definitions;
        this.ledger = ledger;
        this.steps = steps;
        this.now = now;
    }

    /** Every cycle of every clock, in the order of their start. */
    List<ClockExplanation> all() {
        List<ClockExplanation> all = new ArrayList<>();
        if (!steps.isEmpty()) {
            TicketClocks last = steps.get(steps.size() - 1).clocks();
            last.clocks().forEach(clock -> all.add(explained(clock)));
        }
        return all;
    }

    private ClockExplanation explained(ClockState clock) {
        Bound bound = definitions.agreement(ledger, clock.definition());
        Target target = bound.agreement().target(clock.target());
        BusinessCalendar calendar = definitions.calendar(ledger, clock.calendar());
        Duration elapsed = Timing.elapsed(clock, calendar, now);
        Duration agreed =
                Optional.ofNullable(Timing.agreed(clock, target, calendar)).orElse(Duration.ZERO);
        Instant due = clock.dueAt();
        boolean missed = clock.status() == ClockStatus.RUNNING && due != null && due.isBefore(now);
        return new ClockExplanation(
                clock.key(),
                clock.cycle(),
                bound.agreement(),
                bound.revision(),
                bound.hash(),
                target,
                calendar.definition().name(),
                clock.calendar(),
                clock.status(),
                clock.startedAt(),
                due,
                clock.breachedAt() == null && missed ? due : clock.breachedAt(),
                clock.endedAt(),
                agreed,
                elapsed,
                agreed.minus(elapsed),
                segments(clock),
                rules(clock, calendar),
                calendar.zoneRulesVersion(),
                now);
    }

    /** By which rules of its zone a clock was measured while it was lived through. */
    private List<String> rules(ClockState clock, BusinessCalendar calendar) {
        List<Replay.Step> own = steps.stream()
                .filter(step -> find(step.clocks(), clock) != null)
                .toList();
        String zone = calendar.definition().zone().getId();
        return List.copyOf(ZoneRulesSaid.in(own).getOrDefault(zone, Set.of()));
    }

    private List<ClockExplanation.Segment> segments(ClockState last) {
        List<ClockExplanation.Segment> segments = new ArrayList<>();
        Replay.Step since = null;
        ClockState is = null;
        Instant from = last.startedAt();
        for (Replay.Step step : steps) {
            ClockState next = find(step.clocks(), last);
            if (next != null && (is == null || isOther(is, next))) {
                Instant at = is == null ? next.startedAt() : step.entry().occurredAt();
                if (is != null && since != null) {
                    segments.add(segment(since, is, from, at));
                }
                since = step;
                is = next;
                from = at;
            }
        }
        if (since != null && is != null && is.isOpen()) {
            segments.add(segment(since, is, from, later(from, now)));
        }
        return segments;
    }

    private ClockExplanation.Segment segment(Replay.Step since, ClockState is, Instant from, Instant to) {
        BusinessCalendar calendar = definitions.calendar(ledger, is.calendar());
        return new ClockExplanation.Segment(
                from,
                to,
                is.status(),
                since.entry().event(),
                since.entry().sequence(),
                is.target(),
                is.calendar(),
                is.round(),
                is.status() == ClockStatus.RUNNING ? calendar.between(from, to) : Duration.ZERO,
                is.dueAt());
    }

    private static boolean isOther(ClockState was, ClockState is) {
        return was.status() != is.status()
                || was.round() != is.round()
                || !was.target().equals(is.target())
                || !was.calendar().equals(is.calendar());
    }

    private static @Nullable ClockState find(TicketClocks clocks, ClockState wanted) {
        return clocks.clocks().stream()
                .filter(clock -> clock.key().equals(wanted.key()) && clock.cycle() == wanted.cycle())
                .findFirst()
                .orElse(null);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
