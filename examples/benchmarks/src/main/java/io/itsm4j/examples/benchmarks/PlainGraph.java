package io.itsm4j.examples.benchmarks;

import java.util.Arrays;

/** The hand-written search: adjacency in two arrays, a queue and marks. */
final class PlainGraph {

    private final int[] start;
    private final int[] target;
    private final int[] seen;
    private final int[] queue;
    private int round;

    PlainGraph(int items, int[] from, int[] to) {
        start = new int[items + 1];
        target = new int[from.length];
        seen = new int[items];
        queue = new int[items];
        for (int source : from) {
            start[source + 1]++;
        }
        for (int i = 0; i < items; i++) {
            start[i + 1] += start[i];
        }
        int[] next = Arrays.copyOf(start, items);
        for (int e = 0; e < from.length; e++) {
            target[next[from[e]]++] = to[e];
        }
    }

    /** How many others are in reach of one. */
    int reach(int root) {
        round++;
        seen[root] = round;
        queue[0] = root;
        int count = 1;
        for (int at = 0; at < count; at++) {
            for (int e = start[queue[at]]; e < start[queue[at] + 1]; e++) {
                if (seen[target[e]] != round) {
                    seen[target[e]] = round;
                    queue[count++] = target[e];
                }
            }
        }
        return count - 1;
    }
}
