package io.itsm4j.lifecycle;

import io.itsm4j.lifecycle.Decision.Allowed;
import io.itsm4j.lifecycle.Decision.Refused;
import java.util.ArrayList;
import java.util.List;

/** One transition, made ready to be decided without allocating. */
final class Cell<C> {

    final Transition<C> transition;
    final State from;
    final Action action;
    private final Allowed<C> allowed;
    private final Guard<? super C>[] guards;
    private final List<Action> allowedNow;

    @SuppressWarnings("unchecked") // an array of guards only ever read
    Cell(Transition<C> transition, List<Action> allowedNow) {
        this.transition = transition;
        this.from = transition.from();
        this.action = transition.action();
        this.allowed = new Allowed<>(transition);
        this.guards = transition.guards().toArray((Guard<? super C>[]) new Guard<?>[0]);
        this.allowedNow = allowedNow;
    }

    @SuppressWarnings("ReferenceEquality") // the usual case, asked first because it costs nothing
    boolean is(State otherFrom, Action otherAction) {
        return (from == otherFrom || from.equals(otherFrom)) && (action == otherAction || action.equals(otherAction));
    }

    Decision<C> decide(C context) {
        for (int i = 0; i < guards.length; i++) {
            var verdict = ask(guards[i], context);
            if (!verdict.passed()) {
                return refuse(i, verdict, context);
            }
        }
        return allowed;
    }

    private Refused<C> refuse(int first, Verdict verdict, C context) {
        var failed = new ArrayList<FailedGuard>();
        failed.add(new FailedGuard(guards[first].name(), verdict.reason()));
        for (int i = first + 1; i < guards.length; i++) {
            var next = ask(guards[i], context);
            if (!next.passed()) {
                failed.add(new FailedGuard(guards[i].name(), next.reason()));
            }
        }
        return new Refused<>(from, action, failed, allowedNow);
    }

    @SuppressWarnings("ConstantValue") // a host's guard may answer null against its promise
    private static <C> Verdict ask(Guard<? super C> guard, C context) {
        Verdict verdict;
        try {
            verdict = guard.check(context);
        } catch (Exception cause) { // not RuntimeException: guards in Kotlin or Lombok throw checked ones unannounced
            throw GuardFault.threw(guard.name(), cause);
        }
        if (verdict == null) {
            throw GuardFault.returnedNull(guard.name());
        }
        return verdict;
    }
}
