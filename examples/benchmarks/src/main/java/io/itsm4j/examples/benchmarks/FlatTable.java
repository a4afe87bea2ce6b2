package io.itsm4j.examples.benchmarks;

import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.Transition;
import java.util.Arrays;

/** The baseline of a decision: numbers for states and actions, one array of targets, one of guards, nothing else. */
final class FlatTable {

    static final int NONE = -1;

    private final int actions;
    private final int[] targets;
    private final Guard<Repair.Facts>[][] guards;

    @SuppressWarnings("unchecked")
    FlatTable(Lifecycle<Repair.Facts> lifecycle) {
        actions = Repair.ACTIONS.size();
        targets = new int[Repair.STATES.size() * actions];
        guards = (Guard<Repair.Facts>[][]) new Guard<?>[targets.length][0];
        Arrays.fill(targets, NONE);
        for (Transition<Repair.Facts> row : lifecycle.transitions()) {
            int cell = Repair.STATES.indexOf(row.from()) * actions + Repair.ACTIONS.indexOf(row.action());
            targets[cell] = Repair.STATES.indexOf(row.to());
            guards[cell] = row.guards().toArray((Guard<Repair.Facts>[]) new Guard<?>[0]);
        }
    }

    /** The next state, or {@link #NONE}. */
    int decide(int state, int action, Repair.Facts facts) {
        int cell = state * actions + action;
        for (Guard<Repair.Facts> guard : guards[cell]) {
            if (!guard.check(facts).passed()) {
                return NONE;
            }
        }
        return targets[cell];
    }
}
