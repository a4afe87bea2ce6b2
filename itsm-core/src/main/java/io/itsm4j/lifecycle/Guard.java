package io.itsm4j.lifecycle;

import java.util.Set;
import java.util.function.Predicate;

/**
 * A named rule that a transition must satisfy. Guards are host code: they are named in a {@link Lifecycle}, never
 * stored, and must neither change anything nor depend on the order in which they are asked.
 *
 * @param <C> what the guard looks at
 */
public interface Guard<C> {

    /**
     * The stable code of the rule; it appears in refusals, journals and the {@link Lifecycle#fingerprint()
     * fingerprint}.
     *
     * @return upper-case words joined by underscores, at most 80 characters: {@code RESOLUTION_NEEDS_A_CODE}
     */
    String name();

    /**
     * Asks the rule.
     *
     * @param context what is about to happen
     * @return {@link Verdict#PASS} or a refusal; null is answered with a {@link GuardFault}, as is an exception
     */
    Verdict check(C context);

    /**
     * The input fields that the rule reads, so that a lifecycle which knows its {@link LifecycleBuilder#fields fields}
     * can reject a rule about one that does not exist.
     *
     * @return field names; empty when the guard does not say
     */
    default Set<String> reads() {
        return Set.of();
    }

    /**
     * A guard out of a predicate, printing itself as its name.
     *
     * @param <C> what the guard looks at
     * @param name the stable code
     * @param reason why it refuses, for a person to read
     * @param holds true when the guard has no objection
     * @return the guard
     * @throws IllegalArgumentException if the name does not match {@code [A-Z][A-Z0-9_]{0,79}} or the reason is blank
     * @throws NullPointerException if an argument is null
     */
    static <C> Guard<C> named(String name, String reason, Predicate<? super C> holds) {
        return named(name, reason, Set.of(), holds);
    }

    /**
     * A guard out of a predicate that says which input fields it reads.
     *
     * @param <C> what the guard looks at
     * @param name the stable code
     * @param reason why it refuses, for a person to read
     * @param reads the input fields that the predicate reads
     * @param holds true when the guard has no objection
     * @return the guard
     * @throws IllegalArgumentException if the name does not match {@code [A-Z][A-Z0-9_]{0,79}} or the reason is blank
     * @throws NullPointerException if an argument, or a field name, is null
     */
    static <C> Guard<C> named(String name, String reason, Set<String> reads, Predicate<? super C> holds) {
        return new NamedGuard<>(name, Verdict.refuse(reason), reads, holds);
    }
}
