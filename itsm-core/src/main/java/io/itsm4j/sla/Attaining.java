package io.itsm4j.sla;

import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.TicketSummary;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of the clocks of a ticket, from what its journal held at an instant. */
final class Attaining {

    private final SlaDefinitions definitions;
    private final Ledger ledger;
    private final ReportOn on;
    private final Instant asOf;
    private final Tallying tallying;

    Attaining(SlaDefinitions definitions, Ledger ledger, ReportOn on, Instant asOf, Tallying tallying) {
        this.definitions = definitions;
        this.ledger = ledger;
        this.on = on;
        this.asOf = asOf;
        this.tallying = tallying;
    }

    /**
     * Counts the clocks of a ticket.
     *
     * @param waived the rows of clocks of which a breach was waived
     * @return whether the ticket was there at the instant, and one of those that are wanted
     */
    boolean add(TicketSummary ticket, List<JournalEntry> journal, Set<String> waived) {
        List<JournalEntry> known = new ArrayList<>();
        for (JournalEntry entry : journal) {
            if (entry.recordedAt().isAfter(asOf)) {
                break;
            }
            known.add(entry);
        }
        List<Replay.Step> steps = Replay.of(new ReplayTerms(definitions, ledger), ticket.type(), known);
        if (steps.isEmpty()) {
            return false;
        }
        Replay.Step last = steps.get(steps.size() - 1);
        if (!on.when().test(last.situation().settled())) {
            return false;
        }
        for (ClockState clock : last.clocks().clocks()) {
            BusinessCalendar calendar = definitions.calendar(ledger, clock.calendar());
            Instant missed = missed(clock, asOf);
            tallying.add(
                    key(ticket, last.situation(), clock),
                    new Tallying.Outcome(
                            clock.status(),
                            Timing.elapsed(clock, calendar, asOf),
                            missed == null ? null : cause(steps, clock, missed),
                            waived.contains(clock.key().rowId(ticket.id(), clock.cycle()))));
        }
        return true;
    }

    /** The due instant that a clock has missed by an instant, whether that was noted already or not. */
    static @Nullable Instant missed(ClockState clock, Instant by) {
        Instant noted = clock.breachedAt();
        Instant due = clock.dueAt();
        boolean passed = clock.status() == ClockStatus.RUNNING && due != null && due.isBefore(by);
        return noted == null && passed ? due : noted;
    }

    private List<String> key(TicketSummary ticket, Situation situation, ClockState clock) {
        List<String> key = new ArrayList<>();
        for (ReportBy by : on.by()) {
            String value = switch (by) {
                case AGREEMENT -> clock.key().agreement();
                case METRIC -> clock.key().metric().name();
                case HOLDER -> clock.key().holder();
                case PRIORITY -> situation.text("priority");
                case GROUP -> situation.text("group");
                case CUSTOMER -> situation.text("organisationUnit");
                case SERVICE -> situation.text("service");
                case TYPE -> ticket.type();
                case MONTH ->
                    YearMonth.from(ticket.openedAt().atZone(on.zone())).toString();
            };
            key.add(value == null ? "" : value);
        }
        return key;
    }

    /** A stretch of time that counted, and what it is put down to. */
    private record Spent(Instant from, BreachCause on, Duration worked) {}

    private BreachCause cause(List<Replay.Step> steps, ClockState missed, Instant due) {
        ClockState was = null;
        List<Spent> spent = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Replay.Step step = steps.get(i);
            ClockState is = find(step.clocks(), missed);
            if (is == null) {
                continue;
            }
            if (due.equals(is.breachedAt()) && isLateAtOnce(was, due)) {
                return named(BreachCause.Kind.DUE_BEFORE_THE_CHANGE, step.situation());
            }
            Instant at = step.entry().occurredAt();
            if (at.isAfter(due)) {
                break;
            }
            Instant next = i + 1 < steps.size() ? steps.get(i + 1).entry().occurredAt() : due;
            Instant to = next.isBefore(due) ? next : due;
            Instant from = was == null ? is.startedAt() : at;
            if (is.status() == ClockStatus.RUNNING && from.isBefore(to)) {
                Duration worked = definitions.calendar(ledger, is.calendar()).between(from, to);
                spent.add(new Spent(from, named(BreachCause.Kind.TIME_PASSED, step.situation()), worked));
            }
            was = is;
        }
        return most(spent, was == null ? Instant.MIN : was.startedAt());
    }

    /** Whether the clock, as it was before, had not been due then. */
    private static boolean isLateAtOnce(@Nullable ClockState was, Instant due) {
        return was != null && was.breachedAt() == null && !due.equals(was.dueAt());
    }

    private static BreachCause most(List<Spent> spent, Instant since) {
        Map<BreachCause, Duration> counted = new LinkedHashMap<>();
        for (Spent one : spent) {
            if (!one.from().isBefore(since)) {
                counted.merge(one.on(), one.worked(), Duration::plus);
            }
        }
        BreachCause most = null;
        Duration longest = Duration.ZERO;
        for (Map.Entry<BreachCause, Duration> one : counted.entrySet()) {
            if (most == null || one.getValue().compareTo(longest) > 0) {
                most = one.getKey();
                longest = one.getValue();
            }
        }
        return most == null ? new BreachCause(BreachCause.Kind.TIME_PASSED, "", null) : most;
    }

    private static BreachCause named(BreachCause.Kind kind, Situation situation) {
        String state = situation.text("state");
        return new BreachCause(kind, state == null ? "" : state, situation.text("group"));
    }

    private static @Nullable ClockState find(TicketClocks clocks, ClockState wanted) {
        return clocks.clocks().stream()
                .filter(clock -> clock.key().equals(wanted.key()) && clock.cycle() == wanted.cycle())
                .findFirst()
                .orElse(null);
    }
}
