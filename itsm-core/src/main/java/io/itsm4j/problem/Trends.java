package io.itsm4j.problem;

import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds trends; pure functions of incidents, fixed problems, a rule and an instant. */
public final class Trends {

    private static final Comparator<Occurrence> OLDEST_FIRST = Comparator.comparing(Occurrence::at)
            .thenComparing(occurrence -> occurrence.incident().value());

    private Trends() {}

    /**
     * An incident as far as trends look at it.
     *
     * @param incident the incident
     * @param at when it was reported
     * @param marks what it can have in common with others
     */
    public record Occurrence(TicketId incident, Instant at, Map<Trend.By, Set<String>> marks) {

        /** What an incident says. */
        public static Occurrence of(Ticket<?> incident) {
            return new Occurrence(incident.id(), incident.times().openedAt(), marksOf(incident, incident.title()));
        }
    }

    /**
     * A problem that was fixed, as far as trends look at it.
     *
     * @param problem the problem
     * @param fixedAt when its fix was in place
     * @param until until when the same counts as the problem again
     * @param marks what an incident can have in common with it
     */
    public record Fixed(TicketId problem, Instant fixedAt, Instant until, Map<Trend.By, Set<String>> marks) {

        /** What a problem says; null when it was not fixed. */
        public static @Nullable Fixed of(Ticket<Problem> problem) {
            Instant fixedAt = problem.details().fixedAt();
            Instant until = problem.details().recurrenceEnds();
            String symptoms = problem.details().symptoms();
            return fixedAt == null || until == null
                    ? null
                    : new Fixed(problem.id(), fixedAt, until, marksOf(problem, problem.title(), symptoms));
        }
    }

    /**
     * The trends.
     *
     * @param incidents in any order
     * @param fixed problems whose fix is in place
     * @param rule when incidents look like a problem
     * @param now the end of the window
     * @return repeated problems first, then the trends with the most incidents
     */
    public static List<Trend> of(
            Collection<Occurrence> incidents, Collection<Fixed> fixed, TrendRule rule, Instant now) {
        Instant since = now.minus(rule.window());
        List<Occurrence> recent = incidents.stream()
                .filter(incident ->
                        !incident.at().isBefore(since) && !incident.at().isAfter(now))
                .sorted(OLDEST_FIRST)
                .toList();
        List<Trend> found = new ArrayList<>();
        fixed.stream()
                .sorted(Comparator.comparing(
                        (Fixed problem) -> problem.problem().value()))
                .forEach(problem -> repeated(problem, incidents, rule, now, found));
        List<Trend> many = new ArrayList<>();
        rule.atLeast().forEach((by, count) -> {
            for (Map.Entry<String, List<Occurrence>> group : grouped(recent, by).entrySet()) {
                if (group.getValue().size() >= count) {
                    many.add(trend(by, group.getKey(), group.getValue(), null));
                }
            }
        });
        many.sort(Comparator.comparing((Trend trend) -> -trend.incidents().size())
                .thenComparing(Trend::by)
                .thenComparing(Trend::value));
        found.addAll(many);
        return List.copyOf(found);
    }

    private static void repeated(
            Fixed problem, Collection<Occurrence> incidents, TrendRule rule, Instant now, List<Trend> found) {
        List<Occurrence> after = incidents.stream()
                .filter(incident -> incident.at().isAfter(problem.fixedAt())
                        && !incident.at().isAfter(problem.until())
                        && !incident.at().isAfter(now))
                .sorted(OLDEST_FIRST)
                .toList();
        for (Trend.By by : Trend.By.values()) {
            if (rule.repeats().contains(by)) {
                Map<String, List<Occurrence>> groups = grouped(after, by);
                for (String value : problem.marks().getOrDefault(by, Set.of())) {
                    if (groups.containsKey(value)) {
                        found.add(trend(by, value, groups.get(value), problem.problem()));
                        return;
                    }
                }
            }
        }
    }

    private static Map<String, List<Occurrence>> grouped(List<Occurrence> incidents, Trend.By by) {
        Map<String, List<Occurrence>> groups = new TreeMap<>();
        for (Occurrence incident : incidents) {
            for (String value : incident.marks().getOrDefault(by, Set.of())) {
                groups.computeIfAbsent(value, first -> new ArrayList<>()).add(incident);
            }
        }
        return groups;
    }

    private static Trend trend(Trend.By by, String value, List<Occurrence> group, @Nullable TicketId repeats) {
        return new Trend(
                by,
                value,
                group.stream().map(Occurrence::incident).toList(),
                group.get(0).at(),
                group.get(group.size() - 1).at(),
                repeats);
    }

    private static Map<Trend.By, Set<String>> marksOf(Ticket<?> ticket, @Nullable String... symptoms) {
        Set<String> texts = new LinkedHashSet<>();
        for (String symptom : symptoms) {
            String plain = symptom == null ? "" : plain(symptom);
            if (!plain.isEmpty()) {
                texts.add(plain);
            }
        }
        String category = ticket.classification().category();
        return Map.of(
                Trend.By.CI,
                Set.copyOf(ticket.classification().affected()),
                Trend.By.CATEGORY,
                category == null ? Set.of() : Set.of(category),
                Trend.By.SYMPTOM,
                texts);
    }

    /**
     * The plain form of a symptom: folded, letters only, one space between words, so that {@code "Disk 3 full!"} and
     * {@code "disk 12 full"} are one.
     */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        TicketAttributes.fold(text).codePoints().forEach(c -> {
            if (Character.isLetter(c)) {
                plain.appendCodePoint(c);
            } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString().strip();
    }
}
