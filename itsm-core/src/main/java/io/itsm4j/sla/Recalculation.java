package io.itsm4j.sla;

import java.util.Map;

/** The state that a recalculation puts in the place of another. */
final class Recalculation {

    /** Under which name an entry holds it. */
    static final String DATA = "recalculation";

    private Recalculation() {}

    /** The clocks that a step goes on from: the recalculated ones when it is a recalculation. */
    static TicketClocks base(String action, Map<String, ?> data, TicketClocks before) {
        return Situations.isKept(action)
                        && data.get(DATA) instanceof Map<?, ?> form
                        && form.get("state") instanceof String state
                ? TicketClocks.read(state)
                : before;
    }
}
