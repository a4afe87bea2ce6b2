package io.itsm4j.lifecycle;

import static java.util.stream.Collectors.joining;

import java.util.function.IntFunction;

/**
 * Prints a lifecycle as a state diagram, in declaration order, so that the same lifecycle always gives the same text.
 * Each state shows its category. Lines end with a line feed.
 */
public final class LifecycleDiagrams {

    private LifecycleDiagrams() {}

    /**
     * The lifecycle in Mermaid, the standard way.
     *
     * @param lifecycle what to draw
     * @return a {@code stateDiagram-v2}
     * @throws NullPointerException if the lifecycle is null
     */
    public static String mermaid(Lifecycle<?> lifecycle) {
        return mermaid(lifecycle, DiagramOptions.STANDARD);
    }

    /**
     * The lifecycle in Mermaid.
     *
     * @param lifecycle what to draw
     * @param options how to draw it
     * @return a {@code stateDiagram-v2}
     * @throws NullPointerException if an argument, or a label, is null
     */
    public static String mermaid(Lifecycle<?> lifecycle, DiagramOptions options) {
        return "stateDiagram-v2\n" + body(lifecycle, options, point -> "#" + point + ";");
    }

    /**
     * The lifecycle in PlantUML, the standard way.
     *
     * @param lifecycle what to draw
     * @return a state diagram between {@code @startuml} and {@code @enduml}
     * @throws NullPointerException if the lifecycle is null
     */
    public static String plantUml(Lifecycle<?> lifecycle) {
        return plantUml(lifecycle, DiagramOptions.STANDARD);
    }

    /**
     * The lifecycle in PlantUML.
     *
     * @param lifecycle what to draw
     * @param options how to draw it
     * @return a state diagram between {@code @startuml} and {@code @enduml}
     * @throws NullPointerException if an argument, or a label, is null
     */
    public static String plantUml(Lifecycle<?> lifecycle, DiagramOptions options) {
        return "@startuml\n" + body(lifecycle, options, "<U+%04X>"::formatted) + "@enduml\n";
    }

    private static String body(Lifecycle<?> lifecycle, DiagramOptions options, IntFunction<String> escape) {
        var text = new StringBuilder();
        for (var state : lifecycle.states()) {
            var label = DiagramText.label(state, options, escape);
            text.append("    state \"%s\" as %s\n".formatted(label, DiagramText.id(state)));
        }
        text.append("    [*] --> ").append(DiagramText.id(lifecycle.initial())).append('\n');
        for (var row : lifecycle.transitions()) {
            if (!row.stays()) {
                text.append("    %s --> %s : %s\n"
                        .formatted(DiagramText.id(row.from()), DiagramText.id(row.to()), row.action()));
            }
        }
        for (var state : lifecycle.states()) {
            if (state.category().isTerminal()) {
                text.append("    ").append(DiagramText.id(state)).append(" --> [*]\n");
            }
        }
        if (options.stays()) {
            lifecycle.states().forEach(state -> note(text, lifecycle, state));
        }
        return text.toString();
    }

    private static void note(StringBuilder text, Lifecycle<?> lifecycle, State state) {
        var actions = lifecycle.from(state).stream()
                .filter(Transition::stays)
                .map(row -> row.action().name())
                .collect(joining(", "));
        if (!actions.isEmpty()) {
            text.append("    note right of %s\n        %s\n    end note\n".formatted(DiagramText.id(state), actions));
        }
    }
}
