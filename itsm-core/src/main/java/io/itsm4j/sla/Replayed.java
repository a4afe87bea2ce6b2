package io.itsm4j.sla;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What replaying a ticket's journal gives.
 *
 * @param stored the clocks as they lie on the ticket's row
 * @param replayed the clocks as the journal's facts give them
 * @param zoneRules the versions of the rules of zones by which due instants were worked out while the ticket lived, by
 *     zone; zones that are a fixed offset have none
 * @param zoneRulesNow the versions of the same zones by which they were worked out again
 */
public record Replayed(
        TicketClocks stored,
        TicketClocks replayed,
        Map<String, Set<String>> zoneRules,
        Map<String, String> zoneRulesNow) {

    /** Copies the maps. */
    public Replayed {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        zoneRules.forEach((zone, versions) -> copy.put(zone, Set.copyOf(versions)));
        zoneRules = Collections.unmodifiableMap(copy);
        zoneRulesNow = Map.copyOf(zoneRulesNow);
    }

    /** Whether living through the facts gave what replaying them gives. */
    public boolean isSame() {
        return stored.equals(replayed);
    }

    /** Whether local times are read by the rules that they were read by then; if not, the clocks may differ by that. */
    public boolean isBySameRules() {
        return zoneRules.entrySet().stream()
                .allMatch(zone -> zone.getValue().equals(Set.of(zoneRulesNow.getOrDefault(zone.getKey(), ""))));
    }
}
