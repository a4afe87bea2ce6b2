package io.itsm4j.lifecycle;

import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Texts and names made safe for a diagram language. */
final class DiagramText {

    // tried one by one: Mermaid 11 rejects these as names, in any case; PlantUML rejects none
    private static final Set<String> RESERVED = Set.of(
            "ACCDESCR", "ACCTITLE", "CLASS", "CLASSDEF", "CLICK", "DEFAULT", "HREF", "NOTE", "SCALE", "STATE", "STYLE");

    private DiagramText() {}

    static String id(State state) {
        // state names are upper-case, so the prefix cannot make two of them one
        return RESERVED.contains(state.name()) ? "s_" + state.name() : state.name();
    }

    static String label(State state, DiagramOptions options, IntFunction<String> escape) {
        var label = Objects.requireNonNull(options.label().apply(state), () -> "label of " + state.name());
        var text = label.codePoints()
                .mapToObj(point -> plain(point) ? Character.toString(point) : blank(point) ? " " : escape.apply(point))
                .collect(Collectors.joining());
        return text + " (" + state.category().label() + ")";
    }

    /** A letter or digit of any script, and punctuation that no diagram language reads as its own. */
    private static boolean plain(int point) {
        return Character.isLetterOrDigit(point) || " .,".indexOf(point) >= 0 || (point > 0x7F && !blank(point));
    }

    private static boolean blank(int point) {
        var type = (byte) Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
