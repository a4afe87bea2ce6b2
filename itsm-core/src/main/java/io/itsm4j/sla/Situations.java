package io.itsm4j.sla;

import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.TicketRecord;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Timekeeper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads situations from tickets, and what service levels say in an entry of the journal. */
final class Situations {

    /** The levels of clocks that a step dealt with. */
    static final String REACHED = "reached";

    /** Whom a step told. */
    static final String AUDIENCE = "audience";

    /** Definitions that a ticket was bound to by a step. */
    static final String BOUND = "bound";

    /** Calendars that clocks were put on by a step. */
    static final String CALENDARS = "calendars";

    /** The version of the rules of zones, by zone, by which a step worked due instants out. */
    static final String ZONE_RULES = "zoneRules";

    /** Who did what a step did, when it was the requester. */
    static final String SIDE = "side";

    /** Clocks that were found to have missed their due instant. */
    static final String BREACHED = "breached";

    private Situations() {}

    static Situation settled(TicketType<?> type, TicketRecord ticket) {
        return new Situation(name -> Fact.isMomentary(name) ? null : fact(type, ticket, name));
    }

    static Situation after(Timekeeper.Moment moment, String side) {
        Map<String, Object> momentary = new HashMap<>();
        momentary.put("event", moment.event());
        momentary.put("action", moment.action());
        Object visibility = moment.data().get("visibility");
        if (visibility != null) {
            momentary.put("visibility", visibility);
        }
        momentary.put("side", side);
        return new Situation(
                name -> Fact.isMomentary(name) ? momentary.get(name) : fact(moment.type(), moment.after(), name));
    }

    private static @Nullable Object fact(TicketType<?> type, TicketRecord ticket, String name) {
        return name.equals("type") ? ticket.type() : Timekeeper.fact(type, ticket, name);
    }

    /** Whether an action is one that only the keeper of time carries out. */
    static boolean isKept(String action) {
        return action.equals(StandardActions.KEEP_TIME.name());
    }

    /** The levels that an entry's data says were dealt with. */
    static Set<Happening.Reached> reached(String action, Map<String, ?> data) {
        Set<Happening.Reached> reached = new HashSet<>();
        if (isKept(action) && data.get(REACHED) instanceof List<?> list) {
            for (Object item : list) {
                Map<?, ?> map = (Map<?, ?>) item;
                ClockKey key = new ClockKey(
                        String.valueOf(map.get("agreement")),
                        new Metric(String.valueOf(map.get("metric"))),
                        String.valueOf(map.get("holder")));
                int cycle = ((Number) java.util.Objects.requireNonNull(map.get("cycle"))).intValue();
                reached.add(new Happening.Reached(key, cycle, String.valueOf(map.get("level"))));
            }
        }
        return reached;
    }

    static boolean isNotice(String action, Map<String, ?> data) {
        return isKept(action) && data.get(AUDIENCE) instanceof List<?> list && !list.isEmpty();
    }
}
