package io.itsm4j.docs;

import static java.util.stream.Collectors.joining;

import io.itsm4j.lifecycle.DiagramOptions;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleDiagrams;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.lifecycle.Transition;
import io.itsm4j.ticket.StandardActions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The diagram and the tables of a practice's page; what every ticket can do is left out. */
final class PracticeParts {

    private static final Set<String> STANDARD = StandardActions.addTo(Lifecycle.<Object>named("bare")
                    .initial(State.of("A", StateCategory.NEW))
                    .transition(io.itsm4j.lifecycle.Action.of("end"))
                    .from(State.of("A", StateCategory.NEW))
                    .to(State.of("B", StateCategory.CLOSED)))
            .build()
            .transitions()
            .stream()
            .map(row -> row.action().name())
            .filter(name -> !name.equals("end"))
            .collect(Collectors.toSet());

    private PracticeParts() {}

    /** The parts {@code name-diagram}, {@code name-moves}, {@code name-stays} and {@code name-guards}. */
    static Map<String, String> of(String name, Lifecycle<?> lifecycle) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                name + "-diagram",
                "```mermaid\n" + LifecycleDiagrams.mermaid(lifecycle, DiagramOptions.STANDARD.withoutStays())
                        + "```\n");
        parts.put(name + "-moves", rows(lifecycle, false));
        parts.put(name + "-stays", rows(lifecycle, true));
        parts.put(name + "-guards", guards(lifecycle));
        return parts;
    }

    private static <C> String rows(Lifecycle<C> lifecycle, boolean stays) {
        Map<List<String>, Set<String>> from = new LinkedHashMap<>();
        for (Transition<C> row : lifecycle.transitions()) {
            boolean own = !STANDARD.contains(row.action().name());
            if (row.stays() == stays && (own || !stays)) {
                from.computeIfAbsent(key(row), first -> new LinkedHashSet<>())
                        .add(row.from().label());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        from.forEach((key, states) -> {
            String in = states.size() == lifecycle.states().size() ? "every state" : String.join(", ", states);
            List<String> cells = new ArrayList<>(List.of(key.get(0), in));
            if (!stays) {
                cells.add(key.get(1));
            }
            cells.addAll(key.subList(2, key.size()));
            rows.add(cells);
        });
        return stays
                ? GeneratedParts.table(List.of("action", "in", "who may", "guards"), rows.stream())
                : GeneratedParts.table(List.of("action", "from", "to", "who may", "guards"), rows.stream());
    }

    private static List<String> key(Transition<?> row) {
        String needs = row.requiredInput().stream()
                .map(field -> "input `" + field + "`")
                .collect(joining(", "));
        String guards =
                row.guards().stream().map(guard -> "`" + guard.name() + "`").collect(joining(", "));
        return List.of(
                "`" + row.action() + "`",
                row.stays() ? "" : row.to().label(),
                row.whoMay().stream().map(role -> role.name()).collect(joining(", ")),
                Stream.of(needs, guards).filter(text -> !text.isEmpty()).collect(joining(", ")));
    }

    private static <C> String guards(Lifecycle<C> lifecycle) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Transition<C> row : lifecycle.transitions()) {
            for (Guard<? super C> guard : row.guards()) {
                reasons.computeIfAbsent(guard.name(), name -> IncidentReasons.of(guard));
            }
        }
        return GeneratedParts.table(
                List.of("guard", "what a refusal says"),
                reasons.entrySet().stream().map(entry -> List.of("`" + entry.getKey() + "`", entry.getValue())));
    }
}
