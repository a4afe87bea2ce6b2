package io.itsm4j.sla;

import io.itsm4j.RuleViolated;
import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks that contracts with suppliers hold what the groups of the house rely on, and these what customers were
 * promised. Tickets are told apart by priority, service and customer; each pair is tried from every hour of a year, so
 * that different calendars are compared by when things are due and not by how long they take.
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
        Map<String, Infeasibility> worst = new HashMap<>();
        for (String service : values(outer, inner, Agreement::services, Fact.SERVICE)) {
            for (String customer : values(outer, inner, Agreement::customers, Fact.CUSTOMER)) {
                for (Priority priority : Priority.values()) {
                    Situation ticket = situation(priority, service, customer);
                    if (outer.fits(ticket) && inner.fits(ticket)) {
                        for (Metric metric : outer.metrics()) {
                            Target promised = outer.target(metric, ticket);
                            Target held = inner.target(metric, ticket);
                            if (promised != null && held != null) {
                                compare(outer, promised, inner, held, priority, service, customer)
                                        .ifPresent(one -> worst.putIfAbsent(promised.name() + " " + held.name(), one));
                            }
                        }
                    }
                }
            }
        }
        found.addAll(worst.values());
    }

    private Optional<Infeasibility> compare(
            Agreement outer,
            Target promised,
            Agreement inner,
            Target held,
            Priority priority,
            String service,
            String customer) {
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
                        priority.name(),
                        service.isEmpty() ? null : service,
                        customer.isEmpty() ? null : customer,
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

    /** The values of a fact that two agreements tell apart, and none of them. */
    private static Collection<String> values(
            Agreement outer,
            Agreement inner,
            Function<Agreement, Set<String>> parties,
            Attribute<Situation, String> fact) {
        TreeSet<String> all = new TreeSet<>(Set.of(""));
        for (Agreement agreement : List.of(outer, inner)) {
            all.addAll(parties.apply(agreement));
            mentioned(agreement.when(), fact, all);
            agreement.targets().forEach(target -> mentioned(target.when(), fact, all));
        }
        return all;
    }

    private static void mentioned(Criterion<Situation> condition, Attribute<Situation, String> fact, Set<String> all) {
        if (condition instanceof Criterion.Compare<Situation> compare && compare.attribute() == fact) {
            all.add(String.valueOf(compare.value()));
        } else if (condition instanceof Criterion.In<Situation> in && in.attribute() == fact) {
            in.values().forEach(value -> all.add(String.valueOf(value)));
        } else if (condition instanceof Criterion.And<Situation> and) {
            and.parts().forEach(part -> mentioned(part, fact, all));
        } else if (condition instanceof Criterion.Or<Situation> or) {
            or.parts().forEach(part -> mentioned(part, fact, all));
        } else if (condition instanceof Criterion.Not<Situation> not) {
            mentioned(not.part(), fact, all);
        }
    }

    private static Situation situation(Priority priority, String service, String customer) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("priority", priority.name());
        if (!service.isEmpty()) {
            facts.put("service", service);
        }
        if (!customer.isEmpty()) {
            facts.put("organisationUnit", customer);
        }
        return Situation.of(facts);
    }
}
