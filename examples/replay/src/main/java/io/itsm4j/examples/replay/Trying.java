package io.itsm4j.examples.replay;

import io.itsm4j.sla.ClockStatus;
import io.itsm4j.sla.WhatIf;
import io.itsm4j.sla.WhatIfReport;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries agreements out on a desk that has played the log: fits one to the earlier half of the incidents when none was
 * asked for, and lets the log be lived through once more under it.
 */
final class Trying {

    private final Desk desk;
    private final Options options;
    private final List<Judged> earlier;
    private final List<Judged> later;

    Trying(Desk desk, Options options, List<Judged> judged) {
        this.desk = desk;
        this.options = options;
        List<Judged> ordered = judged.stream()
                .sorted(Comparator.comparing(Judged::opened).thenComparing(Judged::number))
                .toList();
        this.earlier = ordered.subList(0, ordered.size() / 2);
        this.later = ordered.subList(ordered.size() / 2, ordered.size());
    }

    /** What a way of counting comes to. */
    private record Attempt(Counting counting, Limits limits, Map<TicketId, Duration> times, long right) {}

    Tried of(Trial trial) {
        Map<Counting, Attempt> attempts = new LinkedHashMap<>();
        for (Counting counting : Counting.all()) {
            if (trial.isFitted() || counting.isRaw()) {
                attempts.put(counting, attempt(counting));
            }
        }
        List<Tried.Rule> raw = attempts.values().stream()
                .filter(one -> one.counting().isRaw())
                .map(one -> new Tried.Rule(
                        one.counting(),
                        new Tried.Score(one.right(), earlier.size()),
                        new Tried.Score(one.limits().right(later, one.times()), later.size())))
                .toList();
        Attempt best = best(List.copyOf(attempts.values()));
        Counting own = trial.counting();
        Counting counting = own == null ? best.counting() : own;
        Map<Priority, Duration> limits = own == null ? best.limits().best() : trial.limits();
        Map<TicketId, ClockStatus> verdicts = verdicts(counting, limits);
        Map<String, ClockStatus> lived = new Reliving(options, counting, limits).verdicts();
        return new Tried(
                trial.isFitted(),
                counting,
                limits,
                best.limits(),
                score(earlier, verdicts),
                score(later, verdicts),
                raw,
                attempts.values().stream()
                        .filter(one -> one.right() * 100 >= best.right() * 99)
                        .count(),
                attempts.size(),
                lived.size(),
                differing(verdicts, lived));
    }

    private static Attempt best(List<Attempt> attempts) {
        Attempt best = attempts.get(0);
        for (Attempt one : attempts) {
            best = one.right() > best.right() ? one : best;
        }
        return best;
    }

    private Attempt attempt(Counting counting) {
        Map<Priority, Duration> unlimited = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            unlimited.put(priority, Counting.NO_LIMIT);
        }
        Map<TicketId, Duration> times = new HashMap<>();
        figures(counting, unlimited).forEach((ticket, figures) -> times.put(ticket, figures.elapsed()));
        Limits limits = Limits.fit(earlier, times);
        return new Attempt(counting, limits, times, limits.right(earlier, times));
    }

    private Map<TicketId, ClockStatus> verdicts(Counting counting, Map<Priority, Duration> limits) {
        Map<TicketId, ClockStatus> verdicts = new HashMap<>();
        figures(counting, limits).forEach((ticket, figures) -> verdicts.put(ticket, figures.status()));
        return verdicts;
    }

    private Map<TicketId, WhatIfReport.Figures> figures(Counting counting, Map<Priority, Duration> limits) {
        WhatIf what = WhatIf.agreed(counting.agreement(limits));
        for (var calendar : counting.calendars(options.zone())) {
            what = what.with(calendar);
        }
        Map<TicketId, WhatIfReport.Figures> figures = new HashMap<>();
        desk.reports().whatIf(what, ticket -> {
            WhatIfReport.Figures last =
                    ticket.clocks().get(ticket.clocks().size() - 1).after();
            if (last != null) {
                figures.put(ticket.ticket(), last);
            }
        });
        return figures;
    }

    private static Tried.Score score(List<Judged> incidents, Map<TicketId, ClockStatus> verdicts) {
        long right = incidents.stream()
                .filter(one -> verdicts.get(one.ticket()) == (one.made() ? ClockStatus.MET : ClockStatus.BREACHED))
                .count();
        return new Tried.Score(right, incidents.size());
    }

    private long differing(Map<TicketId, ClockStatus> verdicts, Map<String, ClockStatus> lived) {
        long differing = 0;
        for (List<Judged> half : List.of(earlier, later)) {
            for (Judged one : half) {
                differing += verdicts.get(one.ticket()) == lived.get(one.number()) ? 0 : 1;
            }
        }
        return differing;
    }
}
