package io.itsm4j.examples.benchmarks;

import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import java.util.List;

/** A life of seven transitions in the library's words, and the guards that the flat table asks too. */
final class Repair {

    /** What guards look at. */
    record Facts(String code, String notes, boolean comment) {}

    static final State NEW = State.of("NEW", StateCategory.NEW);
    static final State IN_PROGRESS = State.of("IN_PROGRESS", StateCategory.ACTIVE);
    static final State ON_HOLD = State.of("ON_HOLD", StateCategory.PENDING);
    static final State RESOLVED = State.of("RESOLVED", StateCategory.RESOLVED);
    static final State CLOSED = State.of("CLOSED", StateCategory.CLOSED);
    static final List<State> STATES = List.of(NEW, IN_PROGRESS, ON_HOLD, RESOLVED, CLOSED);

    static final Action START = Action.of("start");
    static final Action HOLD = Action.of("hold");
    static final Action RESUME = Action.of("resume");
    static final Action RESOLVE = Action.of("resolve");
    static final Action REOPEN = Action.of("reopen");
    static final Action CLOSE = Action.of("close");
    static final List<Action> ACTIONS = List.of(START, HOLD, RESUME, RESOLVE, REOPEN, CLOSE);

    static final Guard<Facts> HAS_CODE = Guard.named(
            "HAS_CODE", "a resolution needs a code", facts -> !facts.code().isEmpty());
    static final Guard<Facts> HAS_NOTES = Guard.named(
            "HAS_NOTES", "a resolution needs notes", facts -> !facts.notes().isEmpty());
    static final Guard<Facts> HAS_COMMENT = Guard.named("HAS_COMMENT", "tell the caller", Facts::comment);

    private Repair() {}

    // spotless:off
    static Lifecycle<Facts> lifecycle() {
        return Lifecycle.<Facts>named("repair").version(1).initial(NEW)
            .transition(START).from(NEW).to(IN_PROGRESS)
            .transition(HOLD).from(IN_PROGRESS).to(ON_HOLD).guardedBy(HAS_COMMENT)
            .transition(RESUME).from(ON_HOLD).to(IN_PROGRESS)
            .transition(RESOLVE).from(NEW, IN_PROGRESS, ON_HOLD).to(RESOLVED).guardedBy(HAS_CODE, HAS_NOTES)
            .transition(REOPEN).from(RESOLVED).to(IN_PROGRESS)
            .transition(CLOSE).from(RESOLVED).to(CLOSED)
            .build();
    }
    // spotless:on
}
