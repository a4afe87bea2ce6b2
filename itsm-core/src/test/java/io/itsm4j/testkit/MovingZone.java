package io.itsm4j.testkit;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A zone whose rules change while the machine runs, as those of others do between two releases of Java. */
final class MovingZone extends ZoneRulesProvider {

    static final String ID = "Itsm/Moving";

    private static final MovingZone ONLY = new MovingZone();

    static {
        ZoneRulesProvider.registerProvider(ONLY);
    }

    private String version = "";
    private LocalDateTime forward = LocalDateTime.MAX;

    private MovingZone() {}

    /** From now on the zone is put forward by an hour at this local time, and was never before. */
    static void putForward(String version, String local) {
        synchronized (ONLY) {
            ONLY.version = version;
            ONLY.forward = LocalDateTime.parse(local);
        }
    }

    @Override
    protected Set<String> provideZoneIds() {
        return Set.of(ID);
    }

    /** The rules are not to be kept by who asks. */
    @Override
    protected ZoneRules provideRules(String zone, boolean forCaching) {
        return forCaching ? null : provideVersions(zone).lastEntry().getValue();
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
        synchronized (this) {
            ZoneOffsetTransition change = ZoneOffsetTransition.of(forward, ZoneOffset.UTC, ZoneOffset.ofHours(1));
            ZoneRules rules = ZoneRules.of(ZoneOffset.UTC, ZoneOffset.UTC, List.of(), List.of(change), List.of());
            return new TreeMap<>(java.util.Map.of(version, rules));
        }
    }
}
