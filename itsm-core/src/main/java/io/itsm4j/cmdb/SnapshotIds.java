package io.itsm4j.cmdb;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Ids by number and back: the items' as pairs of 64-bit numbers, what a host brings in as texts after them. */
final class SnapshotIds {

    private final long[] high;
    private final long[] low;
    private final String[] others;

    /** Where an id's number stands, plus one, at the place its bits say or the next free one behind it; 0 is free. */
    private final int[] slots;

    private SnapshotIds(long[] high, long[] low, String[] others, int[] slots) {
        this.high = high;
        this.low = low;
        this.others = others;
        this.slots = slots;
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
        return ofSorted(high, low, others);
    }

    /** The same with these texts after the items. */
    SnapshotIds with(java.util.Collection<String> texts) {
        return new SnapshotIds(high, low, texts.stream().sorted().toArray(String[]::new), slots);
    }

    /** Of items' ids in their order, as halves. */
    static SnapshotIds ofSorted(long[] high, long[] low, String[] others) {
        int[] slots = new int[Integer.highestOneBit(Math.max(1, high.length)) * 4];
        for (int i = 0; i < high.length; i++) {
            int at = place(high[i], low[i], slots.length);
            while (slots[at] != 0) {
                at = at + 1 & slots.length - 1;
            }
            slots[at] = i + 1;
        }
        return new SnapshotIds(high, low, others, slots);
    }

    /** Bits of all of the id: those of a time are the same in many, and those of chance are not in every id. */
    private static int place(long first, long last, int places) {
        long mixed = (first ^ Long.rotateLeft(last, 29)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & places - 1;
    }

    /** The first half of an item's id. */
    static long high(String id) {
        return digits(id, 0, 18);
    }

    /** The second half. */
    static long low(String id) {
        return digits(id, 19, Edges.ID_LENGTH);
    }

    private static long digits(String id, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            char sign = id.charAt(i);
            if (sign != '-') {
                value = value << 4 | (sign <= '9' ? sign - '0' : sign - 'a' + 10);
            }
        }
        return value;
    }

    int size() {
        return high.length + others.length;
    }

    long bytes() {
        return 16L * high.length
                + 4L * slots.length
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
        int at = place(first, last, slots.length);
        while (slots[at] != 0) {
            int index = slots[at] - 1;
            if (low[index] == last && high[index] == first) {
                return index;
            }
            at = at + 1 & slots.length - 1;
        }
        return -1;
    }
}
