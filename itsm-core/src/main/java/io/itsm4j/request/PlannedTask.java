package io.itsm4j.request;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task of a fulfilment plan.
 *
 * @param key what other tasks of the plan name it by
 * @param title what is done
 * @param group who does it, or null
 * @param time how long after fulfilment starts it should be done, or null
 * @param after the keys of the tasks that come first
 * @param undo what is done to take it back when the request is cancelled after it was started, or null for nothing
 */
public record PlannedTask(
        String key,
        String title,
        @Nullable String group,
        @Nullable Duration time,
        Set<String> after,
        @Nullable String undo) {

    /** Copies the dependencies. */
    public PlannedTask {
        after = Set.copyOf(after);
    }

    /** A task that anybody can begin with. */
    public static PlannedTask of(String key, String title) {
        return new PlannedTask(key, title, null, null, Set.of(), null);
    }

    /** The same for a group. */
    public PlannedTask forGroup(@Nullable String name) {
        return new PlannedTask(key, title, name, time, after, undo);
    }

    /** The same, to be done so long after fulfilment starts. */
    public PlannedTask within(@Nullable Duration howLong) {
        return new PlannedTask(key, title, group, howLong, after, undo);
    }

    /** The same after other tasks. */
    public PlannedTask after(String... first) {
        return new PlannedTask(key, title, group, time, Set.of(first), undo);
    }

    /** The same with what takes it back. */
    public PlannedTask undoneBy(@Nullable String what) {
        return new PlannedTask(key, title, group, time, after, what);
    }

    void check(Faults faults) {
        faults.key("key", key);
        faults.when(title.isBlank(), "title", "REQUIRED", "limit", 200);
        faults.text("title", title, 200);
        if (undo != null) {
            faults.text("undo", undo, 200);
        }
        if (group != null) {
            faults.text("group", group, 100);
        }
        boolean wrong = time != null && (time.isNegative() || time.compareTo(Duration.ofDays(3_650)) > 0);
        faults.when(wrong, "time", "OUT_OF_LIMIT", "limit", "0 … 3650 d");
    }
}
