package io.itsm4j.sla;

import io.itsm4j.calendar.BusinessCalendar;
import io.itsm4j.ticket.Timekeeper;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** By which versions of the rules of zones due instants were worked out, as the journal says. */
final class ZoneRulesSaid {

    private ZoneRulesSaid() {}

    /** The versions in the order of the steps, by zone. */
    static Map<String, Set<String>> in(List<Replay.Step> steps) {
        Map<String, Set<String>> said = new TreeMap<>();
        for (Replay.Step step : steps) {
            if (step.entry().told().data().get(Timekeeper.DATA) instanceof Map<?, ?> data
                    && data.get(Situations.ZONE_RULES) instanceof Map<?, ?> rules) {
                rules.forEach((zone, version) -> said.computeIfAbsent((String) zone, any -> new LinkedHashSet<>())
                        .add((String) version));
            }
        }
        return said;
    }

    /** The versions that this machine reads local times by. */
    static Map<String, String> now(Set<String> zones) {
        Map<String, String> now = new TreeMap<>();
        for (String zone : zones) {
            now.put(zone, BusinessCalendar.alwaysOpen(ZoneId.of(zone)).zoneRulesVersion());
        }
        return now;
    }
}
