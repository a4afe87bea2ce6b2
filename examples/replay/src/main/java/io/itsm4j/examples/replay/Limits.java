package io.itsm4j.examples.replay;

import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A limit for each priority, chosen so that as many verdicts as possible come out as recorded.
 *
 * @param best the limits, in the middle of what gives the same verdicts
 * @param least the least limits that give as many right
 * @param most the greatest ones
 */
record Limits(Map<Priority, Duration> best, Map<Priority, Duration> least, Map<Priority, Duration> most) {

    private record Case(Duration time, boolean made) {}

    private record Choice(Duration least, Duration below) {}

    /** Chooses from incidents and the times that they took. */
    static Limits fit(List<Judged> incidents, Map<TicketId, Duration> times) {
        Map<Priority, Duration> best = new EnumMap<>(Priority.class);
        Map<Priority, Duration> least = new EnumMap<>(Priority.class);
        Map<Priority, Duration> most = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            List<Judged> own =
                    incidents.stream().filter(one -> one.priority() == priority).toList();
            List<Choice> choices = choices(own.isEmpty() ? incidents : own, times);
            Choice first = choices.get(0);
            Choice last = choices.get(choices.size() - 1);
            boolean unlimited = first.below().equals(Counting.NO_LIMIT);
            Duration middle = first.least().plus(first.below()).dividedBy(2).truncatedTo(ChronoUnit.SECONDS);
            best.put(priority, unlimited ? Counting.NO_LIMIT : longer(middle, first.least()));
            least.put(priority, first.least());
            most.put(priority, last.below());
        }
        return new Limits(best, least, most);
    }

    /** The ranges of limits that give the most verdicts as recorded. */
    private static List<Choice> choices(List<Judged> incidents, Map<TicketId, Duration> times) {
        List<Case> cases = new ArrayList<>();
        for (Judged one : incidents) {
            Duration time = times.get(one.ticket());
            if (time != null) {
                cases.add(new Case(time, one.made()));
            }
        }
        cases.sort(Comparator.comparing(Case::time));
        long right = cases.stream().filter(one -> !one.made()).count();
        long most = right;
        List<Choice> best = new ArrayList<>();
        Duration shortest = cases.isEmpty() ? Counting.NO_LIMIT : cases.get(0).time();
        best.add(new Choice(Duration.ofSeconds(1), longer(shortest, Duration.ofSeconds(1))));
        for (int i = 0; i < cases.size(); i++) {
            right += cases.get(i).made() ? 1 : -1;
            Duration next = i + 1 < cases.size() ? cases.get(i + 1).time() : Counting.NO_LIMIT;
            Duration time = longer(cases.get(i).time(), Duration.ofSeconds(1));
            if (next.equals(cases.get(i).time()) || right < most) {
                continue;
            }
            if (right > most) {
                best.clear();
                most = right;
            }
            best.add(new Choice(time, next));
        }
        return best;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    /** How many verdicts come out as recorded. */
    long right(List<Judged> incidents, Map<TicketId, Duration> times) {
        return incidents.stream()
                .filter(one -> {
                    Duration time = times.get(one.ticket());
                    Duration limit = best.get(one.priority());
                    return time != null && limit != null && one.made() == (time.compareTo(limit) <= 0);
                })
                .count();
    }
}
