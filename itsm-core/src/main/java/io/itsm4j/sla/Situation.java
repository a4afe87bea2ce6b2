package io.itsm4j.sla;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What conditions look at: the facts of a ticket at one moment, and what just happened to it. The names and forms of
 * the facts are those of the journal, so that the past can be looked at in the same way as the present; facts about
 * persons are not among them, because they can be erased.
 */
public final class Situation {

    private final Function<String, ? extends @Nullable Object> facts;

    Situation(Function<String, ? extends @Nullable Object> facts) {
        this.facts = facts;
    }

    /** The situation that these facts describe; texts, whole numbers and flags by name. */
    public static Situation of(Map<String, ?> facts) {
        Map<String, Object> copy = Map.copyOf(facts);
        return new Situation(copy::get);
    }

    /** A fact's plain value, or null. */
    public @Nullable Object value(String fact) {
        return facts.apply(fact);
    }

    @Nullable String text(String fact) {
        Object value = value(fact);
        return value == null ? null : value.toString();
    }

    @Nullable Long number(String fact) {
        return value(fact) instanceof Number number ? number.longValue() : null;
    }

    /** The same without what just happened. */
    Situation settled() {
        return new Situation(name -> Fact.isMomentary(name) ? null : facts.apply(name));
    }
}
