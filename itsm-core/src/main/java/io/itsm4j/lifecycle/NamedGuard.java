package io.itsm4j.lifecycle;

import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A guard out of a predicate; two are the same guard only when they hold the same predicate. */
record NamedGuard<C>(String name, Verdict refusal, Set<String> reads, Predicate<? super C> holds) implements Guard<C> {

    static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,79}");

    NamedGuard {
        Objects.requireNonNull(holds, "holds");
        reads = Set.copyOf(reads);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("guard name '" + name + "' does not match " + NAME);
        }
    }

    @Override
    public Verdict check(C context) {
        return holds.test(context) ? Verdict.PASS : refusal;
    }

    @Override
    public String toString() {
        return name;
    }
}
