package io.itsm4j.request;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How an item is fulfilled: tasks of which some come before others. No task waits for itself, not even in a roundabout
 * way.
 *
 * @param tasks in any order
 */
public record FulfilmentPlan(List<PlannedTask> tasks) {

    /** Nothing is planned; whoever fulfils the request knows what to do. */
    public static final FulfilmentPlan EMPTY = new FulfilmentPlan(List.of());

    /** The most tasks of a plan; as many again may be needed to take them back. */
    public static final int MOST = 100;

    /** Copies the tasks. */
    public FulfilmentPlan {
        tasks = List.copyOf(tasks);
    }

    /** A plan of these tasks. */
    public static FulfilmentPlan of(PlannedTask... tasks) {
        return new FulfilmentPlan(List.of(tasks));
    }

    /** The tasks, each after all that it waits for; what waits in a circle is left out. */
    List<PlannedTask> inOrder() {
        List<PlannedTask> order = new ArrayList<>();
        Set<String> done = new HashSet<>();
        List<PlannedTask> left = new ArrayList<>(tasks);
        boolean moved = true;
        while (moved) {
            List<PlannedTask> ready =
                    left.stream().filter(task -> done.containsAll(task.after())).toList();
            moved = !ready.isEmpty();
            order.addAll(ready);
            left.removeAll(ready);
            ready.forEach(task -> done.add(task.key()));
        }
        return order;
    }

    void check(Faults faults) {
        faults.when(tasks.size() > MOST, "tasks", "TOO_MANY", "limit", MOST);
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < tasks.size(); i++) {
            PlannedTask task = tasks.get(i);
            task.check(faults.at("tasks", i));
            faults.at("tasks", i).when(!keys.add(task.key()), "key", "TWICE", "value", task.key());
        }
        for (int i = 0; i < tasks.size(); i++) {
            for (String first : tasks.get(i).after()) {
                faults.at("tasks", i).when(!keys.contains(first), "after", "UNKNOWN", "value", first);
            }
        }
        List<PlannedTask> stuck = new ArrayList<>(tasks);
        stuck.removeAll(inOrder());
        if (faults.none() && !stuck.isEmpty()) {
            faults.add(
                    "tasks",
                    "TASK_CYCLE",
                    Map.of("tasks", stuck.stream().map(PlannedTask::key).toList()));
        }
    }
}
