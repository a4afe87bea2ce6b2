package io.itsm4j.cmdb;

import java.util.Arrays;

/**
 * Finds all items in reach of some in a {@link Snapshot}: every relation that carries impact, whatever redundancy there
 * is. Costs what the relations touched cost, nothing for the size of the graph. Reusable, for one thread.
 */
public final class SnapshotReach {

    private final Snapshot snapshot;
    private final int[] seen;
    private int[] queue = new int[64];
    private int round;
    private int count;
    private int roots;

    SnapshotReach(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.seen = new int[snapshot.items()];
    }

    /**
     * Finds what is in reach.
     *
     * @param direction which way
     * @param items where to begin; those the snapshot does not know are passed over
     * @return how many items are in reach, the first ones not counted
     */
    public int from(Direction direction, String... items) {
        begin();
        for (String item : items) {
            int index = snapshot.number(item);
            if (index >= 0 && seen[index] != round) {
                seen[index] = round;
                push(index);
            }
        }
        return finish(direction);
    }

    /**
     * The same from one item, for those who ask often and look its number up once.
     *
     * @param item its {@link Snapshot#number number}
     * @throws IndexOutOfBoundsException when there is no item of that number
     */
    public int from(Direction direction, int item) {
        begin();
        seen[item] = round;
        push(item);
        return finish(direction);
    }

    private int finish(Direction direction) {
        roots = count;
        run(snapshot.half(direction));
        return count - roots;
    }

    /** The id of an item found, from 0 to one less than their number, the nearest first. */
    public String get(int index) {
        return snapshot.ids().get(queue[roots + index]);
    }

    private void begin() {
        if (++round == 0) {
            Arrays.fill(seen, 0);
            round = 1;
        }
        count = 0;
    }

    private void run(Snapshot.Half half) {
        int[] start = half.start();
        int[] target = half.target();
        for (int at = 0; at < count; at++) {
            int item = queue[at];
            for (int e = start[item]; e < start[item + 1]; e++) {
                int next = target[e];
                if (seen[next] != round) {
                    seen[next] = round;
                    push(next);
                }
            }
        }
    }

    private void push(int item) {
        if (count == queue.length) {
            queue = Arrays.copyOf(queue, count * 2);
        }
        queue[count++] = item;
    }
}
