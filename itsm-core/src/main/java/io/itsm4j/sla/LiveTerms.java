package io.itsm4j.sla;

import io.itsm4j.HostFault;
import io.itsm4j.RuleViolated;
import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.ticket.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The terms of the present: what a ticket is bound to, and of all else what is current. Notes what it answered. */
final class LiveTerms implements Terms {

    private final SlaDefinitions definitions;
    private final SlaDefinitions.Current current;
    private final List<Bound> standing;
    private final ServiceHours hours;
    private final Ledger ledger;
    private final Map<String, String> calendars = new TreeMap<>();

    LiveTerms(SlaDefinitions definitions, SlaDefinitions.Current current, ServiceHours hours, Ledger ledger) {
        this(definitions, current, List.of(), hours, ledger);
    }

    LiveTerms(
            SlaDefinitions definitions,
            SlaDefinitions.Current current,
            List<Bound> standing,
            ServiceHours hours,
            Ledger ledger) {
        this.definitions = definitions;
        this.current = current;
        this.standing = standing;
        this.hours = hours;
        this.ledger = ledger;
    }

    /** The same, with what is current in the place of what the ticket is bound to, where there is something. */
    Terms renewing(TicketClocks old) {
        LiveTerms live = this;
        return new Terms() {
            @Override
            public Collection<Bound> agreements(TicketClocks ignored) {
                Map<String, Bound> all = new TreeMap<>();
                old.bound().forEach((key, hash) -> all.put(key, definitions.agreement(ledger, hash)));
                current.agreements().forEach(one -> all.put(one.agreement().key(), one));
                return List.copyOf(all.values());
            }

            @Override
            public String calendarFor(ClockKey key, Bound bound, Target target, Situation situation) {
                return live.calendarFor(key, bound, target, situation);
            }

            @Override
            public BusinessCalendar calendar(String hash) {
                return live.calendar(hash);
            }
        };
    }

    @Override
    public Collection<Bound> agreements(TicketClocks clocks) {
        Map<String, Bound> all = new TreeMap<>();
        clocks.bound().forEach((key, hash) -> all.put(key, definitions.agreement(ledger, hash)));
        for (Bound one : current.agreements()) {
            all.putIfAbsent(one.agreement().key(), one);
        }
        standing.forEach(one -> all.putIfAbsent(one.agreement().key(), one));
        return List.copyOf(all.values());
    }

    @Override
    public String calendarFor(ClockKey key, Bound bound, Target target, Situation situation) {
        String hash = resolved(bound.agreement(), target, situation);
        calendars.put(key.toString(), hash);
        return hash;
    }

    private String resolved(Agreement agreement, Target target, Situation situation) {
        List<String> names = new ArrayList<>();
        String own = target.calendar();
        if (own != null) {
            names.add(own);
        }
        if (agreement.calendarSource() != CalendarSource.AGREEMENT) {
            asked(agreement.calendarSource(), situation).ifPresent(names::add);
        }
        names.add(agreement.calendar());
        for (String name : names) {
            Optional<String> hash = current.calendar(name);
            if (hash.isPresent()) {
                return hash.get();
            }
        }
        throw new RuleViolated("DEFINITION_MISSING", Map.of("what", "calendar", "hash", agreement.calendar()));
    }

    private Optional<String> asked(CalendarSource source, Situation situation) {
        Optional<String> answer;
        try {
            answer = hours.calendar(ledger.tenant(), source, situation);
        } catch (RuntimeException hosts) {
            throw new HostFault("HOST_SERVICE_HOURS", Map.of("cause", hosts.toString()), hosts);
        }
        if (Objects.isNull(answer)) {
            throw new HostFault("HOST_SERVICE_HOURS", Map.of("cause", "null"));
        }
        return answer;
    }

    @Override
    public BusinessCalendar calendar(String hash) {
        return definitions.calendar(ledger, hash);
    }

    Ledger ledger() {
        return ledger;
    }

    /** The revisions of calendars that were chosen, by the clock. */
    Map<String, String> chosen() {
        return calendars;
    }
}
