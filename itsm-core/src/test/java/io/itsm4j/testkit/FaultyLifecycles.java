package io.itsm4j.testkit;

import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.lifecycle.Verdict;
import java.util.Set;

/** Definitions that nobody should live by, one for each kind of fault and one with several at once. */
final class FaultyLifecycles {

    private static final State IN = State.of("IN", StateCategory.NEW);
    private static final State ON = State.of("ON", StateCategory.ACTIVE);
    private static final State HELD = State.of("HELD", StateCategory.PENDING);
    private static final State OUT = State.of("OUT", StateCategory.CLOSED);

    private FaultyLifecycles() {}

    private static LifecycleBuilder<Object> named(String name) {
        return Lifecycle.<Object>named(name);
    }

    // spotless:off
    static LifecycleBuilder<Object> missingInitial() {
        return named("a").transition("go").from(IN).to(OUT);
    }

    static LifecycleBuilder<Object> terminalInitial() {
        return named("b").initial(OUT).transition("go").from(OUT).to(ON).transition("stop").from(ON).to(OUT);
    }

    static LifecycleBuilder<Object> unreachableState() {
        return named("c").initial(IN).transition("go").from(IN, HELD).to(OUT);
    }

    static LifecycleBuilder<Object> deadEnd() {
        return named("d").initial(IN).transition("go").from(IN).to(OUT).transition("hold").from(IN).to(HELD);
    }

    static LifecycleBuilder<Object> trap() {
        return named("e").initial(IN).transition("go").from(IN).to(OUT)
            .transition("hold").from(IN, ON).to(HELD).transition("resume").from(HELD).to(ON);
    }

    static LifecycleBuilder<Object> unusedState() {
        return named("f").initial(IN).states(HELD).transition("go").from(IN).to(OUT);
    }

    static LifecycleBuilder<Object> twoCategories() {
        State other = State.of("ON", StateCategory.PENDING);
        return named("g").initial(IN).transition("go").from(IN).to(ON).transition("wait").from(IN).to(other)
            .transition("stop").from(ON).to(OUT).transition("end").from(other).to(OUT);
    }

    static LifecycleBuilder<Object> duplicateTransition() {
        return named("h").initial(IN).transition("go").from(IN).to(OUT).transition("go").from(IN).to(ON)
            .transition("stop").from(ON).to(OUT);
    }

    static LifecycleBuilder<Object> unusedAction() {
        return named("i").initial(IN).actions("sing").transition("go").from(IN).to(OUT);
    }

    static LifecycleBuilder<Object> guardsShareAName() {
        return named("j").initial(IN)
            .transition("go").from(IN).to(OUT).guardedBy(Guard.named("PAID", "not paid", any -> true))
            .transition("on").from(IN).to(ON).guardedBy(Guard.named("PAID", "not paid yet", any -> false))
            .transition("stop").from(ON).to(OUT);
    }

    static LifecycleBuilder<Object> guardWithoutAName() {
        return named("k").initial(IN).transition("go").from(IN).to(OUT).guardedBy(new Guard<Object>() {
            @Override
            public String name() {
                return "is it paid?";
            }

            @Override
            public Verdict check(Object context) {
                return Verdict.PASS;
            }
        });
    }

    static LifecycleBuilder<Object> unknownField() {
        return named("l").initial(IN).fields(Set.of("reason")).transition("go").from(IN).to(OUT).requires("resaon");
    }

    static LifecycleBuilder<Object> severalAtOnce() {
        return named("m").fields(Set.of("reason")).states(HELD).actions("sing")
            .transition("go").from(IN).to(ON).requires("resaon").transition("go").from(IN).to(OUT);
    }
    // spotless:on
}
