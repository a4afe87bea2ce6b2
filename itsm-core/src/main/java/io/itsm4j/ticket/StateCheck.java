package io.itsm4j.ticket;

import io.itsm4j.RuleViolated;
import io.itsm4j.lifecycle.State;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether every open ticket is of a type that is still declared, and stands in a state that its type's lifecycle still
 * has, under the same category.
 */
public final class StateCheck {

    private StateCheck() {}

    /**
     * Asks about all types of an engine.
     *
     * @throws RuleViolated with {@code TYPE_UNDECLARED}, the types and how many tickets of each are open or have
     *     something due; with {@code LIFECYCLE_STATES}, the states and how many tickets stand in each
     */
    public static void of(Engine engine) {
        List<String> known = engine.known().stream().map(TicketType::name).toList();
        Criterion<TicketRecord> open = TicketAttributes.IS_OPEN.is(true);
        Criterion<TicketRecord> awaited =
                TicketAttributes.IS_OPEN.is(false).and(TicketAttributes.DUE_AT.before(Due.NEVER));
        List<Criterion<TicketRecord>> lost = new ArrayList<>();
        gaps(known).forEach(gap -> lost.add(open.and(gap)));
        lost.add(awaited.and(TicketAttributes.TYPE.in(known).not()));
        Map<String, Long> undeclared = new TreeMap<>();
        for (Criterion<TicketRecord> wanted : lost) {
            StateCounts.byType(engine.parts().store(), wanted)
                    .forEach((type, count) -> undeclared.merge(type, count, Long::sum));
        }
        if (!undeclared.isEmpty()) {
            throw new RuleViolated("TYPE_UNDECLARED", Map.of("types", undeclared, "known", known));
        }
        engine.known().forEach(type -> of(engine.parts().store(), type));
    }

    /** What lies between these names, one range at a time, since a database finds a range by an index. */
    private static List<Criterion<TicketRecord>> gaps(List<String> names) {
        List<Criterion<TicketRecord>> gaps = new ArrayList<>();
        String last = null;
        for (String name : names) {
            Criterion<TicketRecord> below = TicketAttributes.TYPE.before(name);
            gaps.add(last == null ? below : TicketAttributes.TYPE.after(last).and(below));
            last = name;
        }
        if (last != null) {
            gaps.add(TicketAttributes.TYPE.after(last));
        }
        return gaps;
    }

    private static void of(Store store, TicketType<?> type) {
        Set<State> known = type.lifecycle().states();
        Criterion<TicketRecord> standing = known.stream()
                .map(state -> TicketAttributes.STATE
                        .is(state.name())
                        .and(TicketAttributes.STATE_CATEGORY.is(state.category())))
                .reduce(Criterion::or)
                .orElseThrow();
        Criterion<TicketRecord> lost = TicketAttributes.IS_OPEN
                .is(true)
                .and(TicketAttributes.TYPE.is(type.name()))
                .and(standing.not());
        List<String> names = known.stream().map(State::name).toList();
        Map<String, Long> counts = new TreeMap<>();
        StateCounts.of(store, lost).forEach((state, count) -> {
            boolean renamed = !names.contains(state.name());
            counts.merge(renamed ? state.name() : state.name() + " as " + state.category(), count, Long::sum);
        });
        if (!counts.isEmpty()) {
            throw new RuleViolated("LIFECYCLE_STATES", Map.of("type", type.name(), "states", counts, "known", names));
        }
    }
}
