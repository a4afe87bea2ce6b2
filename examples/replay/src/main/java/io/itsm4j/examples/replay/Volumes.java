package io.itsm4j.examples.replay;

import io.itsm4j.incident.Incident;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many incidents there were and how long they took, by priority and by group. */
final class Volumes {

    /** One line of the table. */
    static final class Volume {
        private final Durations toResolve = new Durations();
        private final Durations toClose = new Durations();
        private long incidents;
        private long reassignments;
        private long reopens;

        private void add(Ticket<Incident> ticket) {
            Timestamps times = ticket.times();
            incidents++;
            reassignments += ticket.assignment().reassignments();
            reopens += times.reopens();
            add(toResolve, times.openedAt(), times.resolvedAt());
            add(toClose, times.openedAt(), times.closedAt());
        }

        private static void add(Durations durations, Instant from, @Nullable Instant to) {
            if (to != null) {
                durations.add(Duration.between(from, to));
            }
        }

        long incidents() {
            return incidents;
        }

        long reassignments() {
            return reassignments;
        }

        long reopens() {
            return reopens;
        }

        Durations toResolve() {
            return toResolve;
        }

        Durations toClose() {
            return toClose;
        }
    }

    private final Map<Priority, Volume> byPriority = new EnumMap<>(Priority.class);
    private final Map<String, Volume> byGroup = new HashMap<>();
    private final Volume all = new Volume();

    void add(Ticket<Incident> ticket) {
        Object group = ticket.assignment().group();
        all.add(ticket);
        byPriority.computeIfAbsent(ticket.priority(), priority -> new Volume()).add(ticket);
        byGroup.computeIfAbsent(group == null ? "(no group)" : group.toString(), name -> new Volume())
                .add(ticket);
    }

    Volume all() {
        return all;
    }

    Map<Priority, Volume> byPriority() {
        return byPriority;
    }

    int groups() {
        return byGroup.size();
    }

    /** The groups with most incidents, most first. */
    Map<String, Volume> busiest(int most) {
        List<Map.Entry<String, Volume>> sorted = byGroup.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Volume> entry) ->
                                -entry.getValue().incidents())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .toList();
        Map<String, Volume> busiest = new LinkedHashMap<>();
        sorted.forEach(entry -> busiest.put(entry.getKey(), entry.getValue()));
        return busiest;
    }
}
