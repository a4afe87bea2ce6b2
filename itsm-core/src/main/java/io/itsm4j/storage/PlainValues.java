package io.itsm4j.storage;

import java.time.Instant;

/** How plain values compare, the same in memory and in a database with a binary collation. */
public final class PlainValues {

    private PlainValues() {}

    /**
     * Compares two values of the same plain type.
     *
     * @throws ClassCastException when the types differ
     */
    public static int compare(Object left, Object right) {
        if (left instanceof String text) {
            return compareText(text, (String) right);
        }
        if (left instanceof Long number) {
            return number.compareTo((Long) right);
        }
        if (left instanceof Instant time) {
            return time.compareTo((Instant) right);
        }
        return ((Boolean) left).compareTo((Boolean) right);
    }

    /** By code point, which differs from {@link String#compareTo} only beyond the basic plane. */
    private static int compareText(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean oneIsSurrogate = Character.isSurrogate(a) != Character.isSurrogate(b);
                return oneIsSurrogate ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
