package io.itsm4j.sla;

import io.itsm4j.InvalidInput;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Urgency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * By which facts agreements tell tickets apart: each that a selector of theirs asks about, with a value for every
 * answer. What changes in the life of a ticket (state, times, what just happened) is none of them.
 */
final class Distinctions {

    /** The most kinds of tickets that are tried for a pair of agreements. */
    static final long MOST = 1_000_000;

    private static final Set<String> STANDING =
            Set.of("type", "group", "tier", "category", "service", "organisationUnit", "channel");
    private static final String DETAIL = "detail.";

    /** The ranked facts, whose values are all tried. */
    private static final Map<String, List<String>> RANKED = Map.of(
            "priority", names(Priority.values()),
            "impact", names(Impact.values()),
            "urgency", names(Urgency.values()));

    private final Map<String, Set<Object>> values = new TreeMap<>();

    private Distinctions() {}

    static Distinctions of(Agreement... agreements) {
        Distinctions all = new Distinctions();
        for (Agreement agreement : agreements) {
            all.add("organisationUnit", agreement.customers());
            all.add("service", agreement.services());
            all.ask(agreement.when());
            agreement.targets().forEach(target -> all.ask(target.when()));
        }
        return all;
    }

    private static <E extends Enum<E>> List<String> names(E[] all) {
        return Stream.of(all).map(Enum::name).toList();
    }

    private void add(String fact, Collection<?> found) {
        if (!found.isEmpty()) {
            values.computeIfAbsent(fact, first -> new TreeSet<>()).addAll(found);
        }
    }

    private void ask(Criterion<Situation> condition) {
        if (condition instanceof Criterion.Compare<Situation> compare) {
            ask(compare.attribute(), compare.value());
        } else if (condition instanceof Criterion.In<Situation> in) {
            in.values().forEach(value -> ask(in.attribute(), value));
        } else if (condition instanceof Criterion.Contains<Situation> contains) {
            ask(contains.attribute(), contains.needle());
        } else if (condition instanceof Criterion.And<Situation> and) {
            and.parts().forEach(this::ask);
        } else if (condition instanceof Criterion.Or<Situation> or) {
            or.parts().forEach(this::ask);
        } else if (condition instanceof Criterion.Not<Situation> not) {
            ask(not.part());
        }
    }

    private void ask(Attribute<Situation, ?> attribute, Object value) {
        String name = attribute.name();
        if (RANKED.containsKey(name)) {
            add(name, RANKED.getOrDefault(name, List.of()));
        } else if (STANDING.contains(name) || name.startsWith(DETAIL)) {
            String fact = name.startsWith(DETAIL) ? name.substring(DETAIL.length()) : name;
            add(fact, value instanceof Long number ? List.of(number - 1, number, number + 1) : List.of(value));
        }
    }

    /**
     * Shows one ticket of each kind, the plainest first: each fact with each of its values, and without one.
     *
     * @throws InvalidInput when there are more than {@value #MOST}
     */
    void each(Consumer<Map<String, Object>> kind) {
        List<String> facts = List.copyOf(values.keySet());
        List<List<Object>> choices = new ArrayList<>();
        long kinds = 1;
        for (String fact : facts) {
            List<Object> chosen = List.copyOf(values.getOrDefault(fact, Set.of()));
            choices.add(chosen);
            kinds *= chosen.size() + 1L;
            if (kinds > MOST) {
                throw new InvalidInput("agreements", "OUT_OF_LIMIT", Map.of("limit", MOST));
            }
        }
        for (long place = 0; place < kinds; place++) {
            Map<String, Object> ticket = new TreeMap<>();
            long rest = place;
            for (int i = 0; i < facts.size(); i++) {
                List<Object> chosen = choices.get(i);
                int choice = (int) (rest % (chosen.size() + 1));
                rest /= chosen.size() + 1;
                if (choice > 0) {
                    ticket.put(facts.get(i), chosen.get(choice - 1));
                }
            }
            kind.accept(ticket);
        }
    }
}
