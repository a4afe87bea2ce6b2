package io.itsm4j.examples.benchmarks;

import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Decision;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** A decision of the lifecycle beside one of a flat table that asks the same guards. */
@org.openjdk.jmh.annotations.State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class DecisionBenchmark {

    private static final int STEPS = 6;

    private final Lifecycle<Repair.Facts> lifecycle = Repair.lifecycle();
    private final FlatTable table = new FlatTable(lifecycle);
    private final State[] states = {
        Repair.NEW, Repair.IN_PROGRESS, Repair.ON_HOLD, Repair.IN_PROGRESS, Repair.RESOLVED, Repair.RESOLVED
    };
    private final Action[] actions = {
        Repair.START, Repair.HOLD, Repair.RESUME, Repair.RESOLVE, Repair.REOPEN, Repair.CLOSE
    };
    private final int[] stateNumbers = {0, 1, 2, 1, 3, 3};
    private final int[] actionNumbers = {0, 1, 2, 3, 4, 5};
    private Repair.Facts facts = new Repair.Facts("FIXED", "restarted", true);

    /** Six decisions of the library. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void lifecycle(Blackhole hole) {
        for (int i = 0; i < STEPS; i++) {
            Decision<Repair.Facts> decision = lifecycle.decide(states[i], actions[i], facts);
            hole.consume(decision);
        }
    }

    /** The same six of the flat table. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void flatTable(Blackhole hole) {
        for (int i = 0; i < STEPS; i++) {
            hole.consume(table.decide(stateNumbers[i], actionNumbers[i], facts));
        }
    }
}
