package io.itsm4j.cmdb;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Ids by number and back: the items' as pairs of 64-bit numbers, what a host brings in as texts after them. */
final class SnapshotIds {

    private final long[] high;
    private final long[] low;
    private final String[] others;

    private SnapshotIds(long[] high, long[] low, String[] others) {
        this.high = high;
        this.low = low;
        this.others = others;
    }

    /** Of ids in any order, without repeats. */
    static SnapshotIds of(List<String> all) {
        String[] items = all.stream().filter(Edges::isItem).sorted().toArray(String[]::new);
        String[] others = all.stream().filter(id -> !Edges.isItem(id)).sorted().toArray(String[]::new);
        long[] high = new long[items.length];
        long[] low = new long[items.length];
        for (int i = 0; i < items.length; i++) {
            high[i] = high(items[i]);
            low[i] = low(items[i]);
        }
        return new SnapshotIds(high, low, others);
    }

    /** The same with these texts after the items. */
    SnapshotIds with(java.util.Collection<String> texts) {
        return new SnapshotIds(high, low, texts.stream().sorted().toArray(String[]::new));
    }

    /** Of items' ids in their order, as halves. */
    static SnapshotIds ofSorted(long[] high, long[] low, String[] others) {
        return new SnapshotIds(high, low, others);
    }

    static long high(String id) {
        return HexFormat.fromHexDigitsToLong(id, 0, 8) << 32
                | HexFormat.fromHexDigitsToLong(id, 9, 13) << 16
                | HexFormat.fromHexDigitsToLong(id, 14, 18);
    }

    static long low(String id) {
        return HexFormat.fromHexDigitsToLong(id, 19, 23) << 48 | HexFormat.fromHexDigitsToLong(id, 24, 36);
    }

    int size() {
        return high.length + others.length;
    }

    long bytes() {
        return 16L * high.length
                + Arrays.stream(others).mapToLong(id -> 48L + id.length()).sum();
    }

    String get(int index) {
        if (index >= high.length) {
            return others[index - high.length];
        }
        HexFormat hex = HexFormat.of();
        String first = hex.toHexDigits(high[index]);
        String last = hex.toHexDigits(low[index]);
        return first.substring(0, 8)
                + '-'
                + first.substring(8, 12)
                + '-'
                + first.substring(12)
                + '-'
                + last.substring(0, 4)
                + '-'
                + last.substring(4);
    }

    /** The number of an id, or -1. */
    int indexOf(String id) {
        if (Edges.isItem(id)) {
            return indexOf(high(id), low(id));
        }
        int at = Arrays.binarySearch(others, id);
        return at < 0 ? -1 : high.length + at;
    }

    private int indexOf(long first, long last) {
        int from = 0;
        int to = high.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = Long.compareUnsigned(high[middle], first);
            order = order == 0 ? Long.compareUnsigned(low[middle], last) : order;
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }
}
