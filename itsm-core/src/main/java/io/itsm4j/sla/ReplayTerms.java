package io.itsm4j.sla;

import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.ticket.Ledger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The terms of the past: the very revisions that the journal names. */
final class ReplayTerms implements Terms {

    private final SlaDefinitions definitions;
    private final Ledger ledger;
    private final Map<String, String> bound = new TreeMap<>();
    private Map<?, ?> calendars = Map.of();

    ReplayTerms(SlaDefinitions definitions, Ledger ledger) {
        this.definitions = definitions;
        this.ledger = ledger;
    }

    /** Takes in what an entry says about definitions. */
    void learn(@Nullable Object data) {
        calendars = Map.of();
        if (data instanceof Map<?, ?> said) {
            if (said.get(Situations.BOUND) instanceof Map<?, ?> more) {
                more.forEach((key, hash) -> bound.put((String) key, (String) hash));
            }
            if (said.get(Situations.CALENDARS) instanceof Map<?, ?> chosen) {
                calendars = chosen;
            }
        }
    }

    @Override
    public Collection<Bound> agreements(TicketClocks clocks) {
        List<Bound> all = new java.util.ArrayList<>();
        for (String hash : bound.values()) {
            all.add(definitions.agreement(ledger, hash));
        }
        return all;
    }

    @Override
    public String calendarFor(ClockKey key, Bound one, Target target, Situation situation) {
        Object hash = calendars.get(key.toString());
        if (hash == null) {
            throw new IllegalStateException("the journal names no calendar for " + key);
        }
        return (String) hash;
    }

    @Override
    public BusinessCalendar calendar(String hash) {
        return definitions.calendar(ledger, hash);
    }
}
