package io.itsm4j.request;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The form of a text: the part of regular expressions that has no groups, no alternatives and no look-around, so that
 * matching takes time in proportion to the text, whatever the pattern. Characters, {@code .} for any, {@code [A-Z_]}
 * and {@code [^0-9]} for one of a set, {@code \} before a character that means itself; each may be followed by
 * {@code ?}, {@code *}, {@code +}, <code>{n}</code> or <code>{n,m}</code>. The whole text has to match.
 */
public final class Pattern {

    /** The most characters that a pattern can ask for one after the other. */
    private static final int MOST = 200;

    /** One place of a pattern: what may stand there, and whether it may be left out or repeated for ever. */
    private record Place(Set accepts, boolean optional, boolean repeats) {}

    /** Ranges of characters, or all others. */
    private record Set(List<int[]> ranges, boolean negated) {

        boolean holds(int c) {
            return ranges.stream().anyMatch(range -> c >= range[0] && c <= range[1]) != negated;
        }
    }

    private final List<Place> places;

    private Pattern(List<Place> places) {
        this.places = places;
    }

    /** Reads a pattern; empty when it is none. */
    public static Optional<Pattern> read(String source) {
        try {
            return Optional.of(new Pattern(new Reader(source.codePoints().toArray()).read()));
        } catch (Wrong notOne) {
            return Optional.empty();
        }
    }

    /** Whether the whole text has this form. */
    public boolean matches(String text) {
        BitSet at = new BitSet(places.size() + 1);
        at.set(0);
        skip(at);
        for (int c : text.codePoints().toArray()) {
            BitSet next = new BitSet(places.size() + 1);
            for (int i = at.nextSetBit(0); i >= 0 && i < places.size(); i = at.nextSetBit(i + 1)) {
                Place place = places.get(i);
                if (place.accepts().holds(c)) {
                    next.set(i + 1);
                    if (place.repeats()) {
                        next.set(i);
                    }
                }
            }
            if (next.isEmpty()) {
                return false;
            }
            skip(next);
            at = next;
        }
        return at.get(places.size());
    }

    /** Adds the places reached by leaving optional ones out. */
    private void skip(BitSet at) {
        for (int i = at.nextSetBit(0); i >= 0 && i < places.size(); i = at.nextSetBit(i + 1)) {
            if (places.get(i).optional()) {
                at.set(i + 1);
            }
        }
    }

    private static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Wrong() {
            super("not a pattern", null, false, false);
        }
    }

    private static final class Reader {

        private final int[] source;
        private final List<Place> places = new ArrayList<>();
        private int at;

        Reader(int... source) {
            this.source = source;
        }

        List<Place> read() {
            while (at < source.length) {
                repeat(set());
            }
            return List.copyOf(places);
        }

        private Set set() {
            int c = source[at++];
            return switch (c) {
                case '.' -> new Set(List.of(), true);
                case '[' -> among();
                case '\\' -> only(escaped());
                case '?', '*', '+', '{', '}', '(', ')', '|', '^', '$', ']' -> throw new Wrong();
                default -> only(c);
            };
        }

        private int escaped() {
            if (at == source.length || Character.isLetterOrDigit(source[at])) {
                throw new Wrong();
            }
            return source[at++];
        }

        private static Set only(int c) {
            return new Set(List.of(new int[] {c, c}), false);
        }

        private Set among() {
            boolean negated = at < source.length && source[at] == '^';
            at += negated ? 1 : 0;
            List<int[]> ranges = new ArrayList<>();
            while (at < source.length && source[at] != ']') {
                int from = member();
                int to = from;
                if (at + 1 < source.length && source[at] == '-' && source[at + 1] != ']') {
                    at++;
                    to = member();
                }
                if (to < from) {
                    throw new Wrong();
                }
                ranges.add(new int[] {from, to});
            }
            if (at == source.length || ranges.isEmpty()) {
                throw new Wrong();
            }
            at++;
            return new Set(List.copyOf(ranges), negated);
        }

        private int member() {
            int c = source[at++];
            return c == '\\' ? escaped() : c;
        }

        private void repeat(Set set) {
            int c = at < source.length ? source[at] : 0;
            switch (c) {
                case '?' -> add(set, 0, 1, false);
                case '*' -> add(set, 0, 1, true);
                case '+' -> add(set, 1, 1, true);
                case '{' -> {
                    at++;
                    int least = number();
                    int most = least;
                    if (at < source.length && source[at] == ',') {
                        at++;
                        most = number();
                    }
                    if (at == source.length || source[at] != '}' || most < least || most == 0) {
                        throw new Wrong();
                    }
                    add(set, least, most, false);
                }
                default -> {
                    add(set, 1, 1, false);
                    return;
                }
            }
            at++;
        }

        private int number() {
            int value = 0;
            int begin = at;
            while (at < source.length && source[at] >= '0' && source[at] <= '9' && value <= MOST) {
                value = value * 10 + source[at++] - '0';
            }
            if (at == begin || value > MOST) {
                throw new Wrong();
            }
            return value;
        }

        private void add(Set set, int least, int most, boolean repeats) {
            if (places.size() + most > MOST) {
                throw new Wrong();
            }
            for (int i = 0; i < most; i++) {
                places.add(new Place(set, i >= least, repeats));
            }
        }
    }
}
