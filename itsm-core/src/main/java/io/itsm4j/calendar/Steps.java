package io.itsm4j.calendar;

/**
 * Whole numbers in ascending order with a table of where each stretch of them begins, so that a search looks at one or
 * two of them when they are spread evenly, and halves a stretch when they are not. Four bytes for a number and at most
 * four for the table.
 */
final class Steps {

    private final int[] values;
    private final int[] first;
    private final int shift;

    /** Takes the array, which must ascend and is not copied. */
    Steps(int[] values) {
        this.values = values;
        int stretches = Math.max(1, values.length);
        long span = values.length == 0 ? 0 : (long) values[values.length - 1] - values[0];
        int width = 0;
        while (span >>> width >= stretches) {
            width++;
        }
        shift = width;
        first = new int[(int) (span >>> width) + 2];
        int i = 0;
        for (int stretch = 0; stretch < first.length; stretch++) {
            while (i + 1 < values.length && (long) values[i + 1] - values[0] <= (long) stretch << width) {
                i++;
            }
            first[stretch] = i;
        }
    }

    int size() {
        return values.length;
    }

    int at(int i) {
        return values[i];
    }

    /** The index of the last number at or before a key, or −1. */
    int floor(int key) {
        int last = values.length - 1;
        if (last < 0 || key < values[0]) {
            return -1;
        }
        if (key >= values[last]) {
            return last;
        }
        int stretch = key - values[0] >>> shift;
        int low = first[stretch];
        int high = first[stretch + 1];
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (values[middle] <= key) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
