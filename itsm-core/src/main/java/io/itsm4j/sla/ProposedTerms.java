package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.ticket.Ledger;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a proposal: what is proposed, and of all else what measured the ticket. Names only the agreements that
 * the proposal touches.
 */
final class ProposedTerms implements Terms {

    private static final String PROPOSED = "proposed:";

    private final SlaDefinitions definitions;
    private final Ledger ledger;
    private final SlaDefinitions.Current current;
    private final LiveTerms live;
    private final Map<String, Bound> proposed = new TreeMap<>();
    private final Map<String, BusinessCalendar> calendars = new HashMap<>();
    private Map<String, Bound> touched = Map.of();
    private Map<?, ?> recorded = Map.of();

    ProposedTerms(ClockKeeper keeper, Ledger ledger, WhatIf input) {
        this.definitions = keeper.definitions();
        this.ledger = ledger;
        SlaDefinitions.Current known = definitions.current(ledger);
        Map<String, String> hashes = new HashMap<>(known.calendars());
        for (CalendarDefinition calendar : input.calendars()) {
            String hash = PROPOSED + calendar.name();
            calendars.put(hash, BusinessCalendar.of(calendar));
            hashes.put(calendar.name(), hash);
        }
        this.current = new SlaDefinitions.Current(known.readAt(), known.agreements(), Map.copyOf(hashes));
        this.live = new LiveTerms(definitions, current, keeper.hours(), ledger);
        for (Agreement agreement : input.agreements()) {
            names(agreement).forEach(this::checkKnown);
            proposed.put(agreement.key(), new Bound(agreement, PROPOSED + agreement.key(), 0));
        }
    }

    private void checkKnown(String calendar) {
        if (current.calendar(calendar).isEmpty()) {
            throw new InvalidInput("calendar", "UNKNOWN", Map.of("value", calendar));
        }
    }

    /** Turns to a ticket: its agreements in the revision that measured it, and what is current beside them. */
    void turnTo(TicketClocks measured) {
        Map<String, Bound> all = new TreeMap<>();
        current.agreements().forEach(one -> all.put(one.agreement().key(), one));
        measured.bound().forEach((key, hash) -> all.put(key, definitions.agreement(ledger, hash)));
        all.values().removeIf(one -> !uses(one.agreement()));
        all.putAll(proposed);
        touched = all;
    }

    /** Takes in what an entry says about calendars. */
    void learn(@Nullable Object data) {
        recorded = data instanceof Map<?, ?> said && said.get(Situations.CALENDARS) instanceof Map<?, ?> chosen
                ? chosen
                : Map.of();
    }

    boolean touches(String agreement) {
        return touched.containsKey(agreement);
    }

    private boolean uses(Agreement agreement) {
        return !calendars.isEmpty()
                && (agreement.calendarSource() != CalendarSource.AGREEMENT
                        || names(agreement).stream().anyMatch(name -> calendars.containsKey(PROPOSED + name)));
    }

    private static Set<String> names(Agreement agreement) {
        Set<String> names = new HashSet<>();
        names.add(agreement.calendar());
        for (Target target : agreement.targets()) {
            String own = target.calendar();
            if (own != null) {
                names.add(own);
            }
        }
        return names;
    }

    @Override
    public Collection<Bound> agreements(TicketClocks clocks) {
        return List.copyOf(touched.values());
    }

    @Override
    public String calendarFor(ClockKey key, Bound bound, Target target, Situation situation) {
        String hash = live.calendarFor(key, bound, target, situation);
        boolean isNew = proposed.containsKey(key.agreement()) || calendars.containsKey(hash);
        return !isNew && recorded.get(key.toString()) instanceof String old ? old : hash;
    }

    @Override
    public BusinessCalendar calendar(String hash) {
        BusinessCalendar own = calendars.get(hash);
        return own == null ? definitions.calendar(ledger, hash) : own;
    }
}
