package io.itsm4j.sla;

import io.itsm4j.RuleViolated;
import io.itsm4j.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks that contracts with suppliers hold what the groups of the house rely on, and these what customers were
 * promised. Tickets are told apart by every standing fact that a selector of the two asks about; each pair of targets
 * is tried from every hour of a year, so that different calendars are compared by when things are due and not by how
 * long they take.
 */
final class Feasibility {

    private static final Duration STEP = Duration.ofHours(1);
    private static final int STEPS = 366 * 24;

    private final List<Agreement> agreements;
    private final Function<Agreement, Function<Target, BusinessCalendar>> calendars;
    private final Instant from;

    Feasibility(
            List<Agreement> agreements,
            Function<Agreement, Function<Target, BusinessCalendar>> calendars,
            Instant from) {
        this.agreements = agreements;
        this.calendars = calendars;
        this.from = from;
    }

    /** Two targets of which the second has to be held for the first. */
    private record Pair(Target promised, Target held) {}

    List<Infeasibility> check() {
        List<Infeasibility> found = new ArrayList<>();
        for (Agreement outer : agreements) {
            for (Agreement inner : agreements) {
                if (inner.kind().ordinal() == outer.kind().ordinal() + 1 || skips(outer, inner)) {
                    compare(outer, inner, found);
                }
            }
        }
        return found;
    }

    /** Where no group of the house stands between, a supplier's contract carries the promise itself. */
    private boolean skips(Agreement outer, Agreement inner) {
        return outer.kind() == AgreementKind.SLA
                && inner.kind() == AgreementKind.UC
                && agreements.stream().noneMatch(one -> one.kind() == AgreementKind.OLA);
    }

    private void compare(Agreement outer, Agreement inner, List<Infeasibility> found) {
        Set<Pair> tried = new HashSet<>();
        Distinctions.of(outer, inner).each(facts -> {
            Situation ticket = Situation.of(facts);
            if (outer.fits(ticket) && inner.fits(ticket)) {
                for (Metric metric : outer.metrics()) {
                    Target promised = outer.target(metric, ticket);
                    Target held = inner.target(metric, ticket);
                    if (promised != null && held != null && tried.add(new Pair(promised, held))) {
                        compare(outer, promised, inner, held, facts).ifPresent(found::add);
                    }
                }
            }
        });
    }

    private Optional<Infeasibility> compare(
            Agreement outer, Target promised, Agreement inner, Target held, Map<String, Object> ticket) {
        BusinessCalendar outside = calendars.apply(outer).apply(promised);
        BusinessCalendar inside = calendars.apply(inner).apply(held);
        Instant start = from;
        for (int i = 0; i < STEPS; i++) {
            Instant due = due(promised, start, outside);
            Instant later = due(held, start, inside);
            if (due != null && (later == null || later.isAfter(due))) {
                return Optional.of(new Infeasibility(
                        outer.key(),
                        promised.name(),
                        inner.key(),
                        held.name(),
                        promised.metric(),
                        ticket,
                        start,
                        due,
                        later == null ? io.itsm4j.ticket.Due.NEVER : later));
            }
            start = start.plus(STEP);
        }
        return Optional.empty();
    }

    private static @Nullable Instant due(Target target, Instant start, BusinessCalendar calendar) {
        try {
            return target.limit().dueFrom(start, calendar);
        } catch (RuleViolated neverOpen) {
            return null;
        }
    }
}
