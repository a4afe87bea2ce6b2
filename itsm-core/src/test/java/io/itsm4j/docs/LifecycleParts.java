package io.itsm4j.docs;

import static java.util.stream.Collectors.joining;

import io.itsm4j.lifecycle.DiagramOptions;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleDiagrams;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.Transition;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The diagram and the tables of one lifecycle, made from its table. */
final class LifecycleParts<C> {

    private final String name;
    private final Lifecycle<C> table;

    LifecycleParts(String name, Lifecycle<C> table) {
        this.name = name;
        this.table = table;
    }

    void into(Map<String, String> parts) {
        parts.put(
                name + "-diagram",
                "```mermaid\n" + LifecycleDiagrams.mermaid(table, DiagramOptions.STANDARD.withoutStays()) + "```\n");
        parts.put(name + "-states", states());
        parts.put(name + "-moves", moves());
        parts.put(name + "-guards", guards());
    }

    private String states() {
        return GeneratedParts.table(
                List.of("state", "category", "actions that lead out"),
                table.states().stream().map(this::state));
    }

    private List<String> state(State state) {
        String out = table.from(state).stream()
                .filter(row -> !row.stays())
                .map(row -> "`" + row.action() + "` → " + row.to().label())
                .collect(joining(", "));
        return List.of(state.label(), state.category().name(), out);
    }

    /** One line for each action with the same target, roles, input and guards, its states put together. */
    private String moves() {
        Map<List<String>, Set<String>> from = new LinkedHashMap<>();
        for (Transition<C> row : table.transitions()) {
            if (!row.stays()) {
                from.computeIfAbsent(key(row), first -> new LinkedHashSet<>())
                        .add(row.from().label());
            }
        }
        return GeneratedParts.table(
                List.of("action", "from", "to", "who may", "guards"),
                from.entrySet().stream()
                        .map(entry -> List.of(
                                entry.getKey().get(0),
                                String.join(", ", entry.getValue()),
                                entry.getKey().get(1),
                                entry.getKey().get(2),
                                entry.getKey().get(3))));
    }

    private static List<String> key(Transition<?> row) {
        String needs = row.requiredInput().stream()
                .map(field -> "input `" + field + "`")
                .collect(joining(", "));
        String guards =
                row.guards().stream().map(guard -> "`" + guard.name() + "`").collect(joining(", "));
        return List.of(
                "`" + row.action() + "`",
                row.to().label(),
                row.whoMay().stream().map(role -> role.name()).collect(joining(", ")),
                Stream.of(needs, guards).filter(text -> !text.isEmpty()).collect(joining(", ")));
    }

    private String guards() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Transition<C> row : table.transitions()) {
            for (Guard<? super C> guard : row.guards()) {
                reasons.computeIfAbsent(guard.name(), any -> IncidentReasons.of(guard));
            }
        }
        return GeneratedParts.table(
                List.of("guard", "what a refusal says"),
                reasons.entrySet().stream().map(entry -> List.of("`" + entry.getKey() + "`", entry.getValue())));
    }
}
