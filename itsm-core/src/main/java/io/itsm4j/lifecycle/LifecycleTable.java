package io.itsm4j.lifecycle;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A definition as it was written, right or wrong; everything is in declaration order. */
record LifecycleTable<C>(
        String name,
        int version,
        @Nullable State initial,
        List<State> states,
        List<Action> actions,
        @Nullable Set<String> fields,
        List<Transition<C>> transitions) {}
