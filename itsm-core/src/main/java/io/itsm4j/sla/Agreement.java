package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.Criterion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed on, as pure data. Made by one of the factories and changed by fluent copies; stored with a revision
 * when it is defined.
 *
 * @param key its name for programs, stable over revisions
 * @param kind with whom it is made
 * @param name what people call it
 * @param customers the organisation units it is for; none means all
 * @param groups of an operational agreement the groups it binds; none means all
 * @param supplier of an underpinning contract the supplier, else null
 * @param services the services it is for; none means all
 * @param when which tickets it is for, beyond that
 * @param heldWhile of an underpinning contract when the ticket lies with the supplier
 * @param validFrom when it begins to apply to tickets, or null
 * @param validUntil when it no longer applies to further tickets, or null
 * @param calendar the name of the calendar of its service hours
 * @param calendarSource whose service hours go before that
 * @param quiet how long at least between two notices about one ticket; those in between are left out
 * @param targets what is promised, in order
 * @param reviewOn when it should be reviewed, or null
 * @param penalties what follows from a breach, and what credits, as text; or null
 */
public record Agreement(
        String key,
        AgreementKind kind,
        String name,
        Set<String> customers,
        Set<String> groups,
        @Nullable String supplier,
        Set<String> services,
        Criterion<Situation> when,
        Criterion<Situation> heldWhile,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        String calendar,
        CalendarSource calendarSource,
        Duration quiet,
        List<Target> targets,
        @Nullable LocalDate reviewOn,
        @Nullable String penalties) {

    /** The name of the calendar that is always open, which needs no definition. */
    public static final String ALWAYS = "24x7";

    private static final int MOST_TARGETS = 100;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    /**
     * Checks the values.
     *
     * @throws InvalidInput naming every fault: {@code REQUIRED}, {@code NAME_FORM}, {@code TOO_LONG}, {@code TOO_MANY},
     *     {@code DUPLICATE_NAME}, {@code RANGE_REVERSED}, {@code OUT_OF_LIMIT}
     */
    public Agreement {
        customers = Set.copyOf(customers);
        groups = Set.copyOf(groups);
        services = Set.copyOf(services);
        targets = List.copyOf(targets);
        List<InvalidInput.Fault> faults = new ArrayList<>();
        if (!KEY.matcher(key).matches()) {
            faults.add(new InvalidInput.Fault("key", "NAME_FORM", Map.of("value", key, "form", KEY)));
        }
        checkText(faults, "name", name, 200);
        checkText(faults, "calendar", calendar, 100);
        if (penalties != null && penalties.length() > 4_000) {
            faults.add(new InvalidInput.Fault("penalties", "TOO_LONG", Map.of("limit", 4_000)));
        }
        if ((kind == AgreementKind.UC) != (supplier != null)) {
            faults.add(new InvalidInput.Fault("supplier", "REQUIRED"));
        }
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            faults.add(new InvalidInput.Fault(
                    "validity", "RANGE_REVERSED", Map.of("first", validFrom, "last", validUntil)));
        }
        if (quiet.isNegative() || quiet.compareTo(TimeLimit.LONGEST) > 0) {
            faults.add(new InvalidInput.Fault("quiet", "OUT_OF_LIMIT", Map.of("limit", "0 … 3653 d")));
        }
        checkTargets(faults, targets);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private static void checkText(List<InvalidInput.Fault> faults, String field, String text, int limit) {
        if (text.isBlank()) {
            faults.add(new InvalidInput.Fault(field, "REQUIRED"));
        } else if (text.codePointCount(0, text.length()) > limit) {
            faults.add(new InvalidInput.Fault(field, "TOO_LONG", Map.of("limit", limit)));
        }
    }

    private static void checkTargets(List<InvalidInput.Fault> faults, List<Target> targets) {
        if (targets.isEmpty()) {
            faults.add(new InvalidInput.Fault("targets", "REQUIRED"));
        }
        if (targets.size() > MOST_TARGETS) {
            faults.add(new InvalidInput.Fault("targets", "TOO_MANY", Map.of("limit", MOST_TARGETS)));
        }
        Set<String> names = new HashSet<>();
        for (Target target : targets) {
            if (!names.add(target.name())) {
                faults.add(new InvalidInput.Fault("targets", "DUPLICATE_NAME", Map.of("value", target.name())));
            }
        }
    }

    /** An agreement with customers, at any time of the day unless {@link #on} says otherwise. */
    public static Agreement sla(String key, String name, Target... targets) {
        return of(key, AgreementKind.SLA, name, null, Criterion.all(), targets);
    }

    /** An agreement with groups of the own house, measured for each while it holds the ticket. */
    public static Agreement ola(String key, String name, Target... targets) {
        return of(key, AgreementKind.OLA, name, null, Criterion.all(), targets);
    }

    /** A contract with a supplier, measured while the ticket lies with them. */
    public static Agreement uc(
            String key, String name, String supplier, Criterion<Situation> heldWhile, Target... targets) {
        return of(key, AgreementKind.UC, name, supplier, heldWhile, targets);
    }

    private static Agreement of(
            String key,
            AgreementKind kind,
            String name,
            @Nullable String supplier,
            Criterion<Situation> heldWhile,
            Target... targets) {
        return new Agreement(
                key,
                kind,
                name,
                Set.of(),
                Set.of(),
                supplier,
                Set.of(),
                Criterion.all(),
                heldWhile,
                null,
                null,
                ALWAYS,
                CalendarSource.AGREEMENT,
                Duration.ZERO,
                List.of(targets),
                null,
                null);
    }

    /** The same for some organisation units only. */
    public Agreement forCustomers(String... units) {
        return copy(Set.of(units), groups, services, when, calendar, calendarSource, targets);
    }

    /** The same for some groups only. */
    public Agreement forGroups(String... names) {
        return copy(customers, Set.of(names), services, when, calendar, calendarSource, targets);
    }

    /** The same for some services only. */
    public Agreement forServices(String... references) {
        return copy(customers, groups, Set.of(references), when, calendar, calendarSource, targets);
    }

    /** The same for tickets with these facts only. */
    public Agreement when(Criterion<Situation> facts) {
        return copy(customers, groups, services, facts, calendar, calendarSource, targets);
    }

    /** The same during the hours of a calendar. */
    public Agreement on(String calendarName) {
        return copy(customers, groups, services, when, calendarName, calendarSource, targets);
    }

    /** The same with service hours from elsewhere, where there are any. */
    public Agreement hoursOf(CalendarSource source) {
        return copy(customers, groups, services, when, calendar, source, targets);
    }

    /** The same with other targets. */
    public Agreement promising(Target... promised) {
        return copy(customers, groups, services, when, calendar, calendarSource, List.of(promised));
    }

    private Agreement copy(
            Set<String> units,
            Set<String> bound,
            Set<String> references,
            Criterion<Situation> facts,
            String hours,
            CalendarSource source,
            List<Target> promised) {
        return new Agreement(
                key,
                kind,
                name,
                units,
                bound,
                supplier,
                references,
                facts,
                heldWhile,
                validFrom,
                validUntil,
                hours,
                source,
                quiet,
                promised,
                reviewOn,
                penalties);
    }

    /** The same, applying to tickets that it meets within this time; null for no bound. */
    public Agreement valid(@Nullable Instant from, @Nullable Instant until) {
        return new Agreement(
                key,
                kind,
                name,
                customers,
                groups,
                supplier,
                services,
                when,
                heldWhile,
                from,
                until,
                calendar,
                calendarSource,
                quiet,
                targets,
                reviewOn,
                penalties);
    }

    /** The same with so much time at least between two notices about one ticket. */
    public Agreement quietFor(Duration time) {
        return new Agreement(
                key,
                kind,
                name,
                customers,
                groups,
                supplier,
                services,
                when,
                heldWhile,
                validFrom,
                validUntil,
                calendar,
                calendarSource,
                time,
                targets,
                reviewOn,
                penalties);
    }

    /** The same with a date of review and what follows from a breach. */
    public Agreement reviewed(@Nullable LocalDate on, @Nullable String penaltiesAndCredits) {
        return new Agreement(
                key,
                kind,
                name,
                customers,
                groups,
                supplier,
                services,
                when,
                heldWhile,
                validFrom,
                validUntil,
                calendar,
                calendarSource,
                quiet,
                targets,
                on,
                penaltiesAndCredits);
    }

    boolean isValidAt(Instant at) {
        return (validFrom == null || !at.isBefore(validFrom)) && (validUntil == null || at.isBefore(validUntil));
    }

    /** Whether it is for a ticket in this situation, whoever holds the ticket. */
    boolean fits(Situation situation) {
        return allows(customers, situation.text("organisationUnit"))
                && allows(services, situation.text("service"))
                && when.test(situation);
    }

    private static boolean allows(Set<String> allowed, @Nullable String value) {
        return allowed.isEmpty() || (value != null && allowed.contains(value));
    }

    /** Whose time it measures in this situation: empty for the customer's, null for nobody's. */
    @Nullable String holder(Situation situation) {
        return switch (kind) {
            case SLA -> "";
            case OLA -> {
                String group = situation.text("group");
                yield group != null && allows(groups, group) ? group : null;
            }
            case UC -> heldWhile.test(situation) ? supplier : null;
        };
    }

    /** The target of a metric that fits, or null. */
    @Nullable Target target(Metric metric, Situation situation) {
        for (Target target : targets) {
            if (target.metric().equals(metric) && target.when().test(situation)) {
                return target;
            }
        }
        return null;
    }

    Target target(String called) {
        return targets.stream()
                .filter(target -> target.name().equals(called))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(key + " has no target " + called));
    }

    Set<Metric> metrics() {
        Set<Metric> metrics = new java.util.LinkedHashSet<>();
        targets.forEach(target -> metrics.add(target.metric()));
        return metrics;
    }
}
