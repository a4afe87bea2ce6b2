package io.itsm4j.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hash table over (state, action), open addressing, at most a quarter full. Looking up allocates nothing. */
final class CellTable<C> {

    private final @Nullable Cell<C>[] slots;
    private final int mask;

    @SuppressWarnings("unchecked") // an array of cells, filled below with cells of C only
    CellTable(List<Cell<C>> cells) {
        slots = (Cell<C>[]) new Cell<?>[Integer.highestOneBit(Math.max(cells.size(), 1)) * 8];
        mask = slots.length - 1;
        for (var cell : cells) {
            int slot = slot(cell.transition.from(), cell.transition.action());
            while (slots[slot] != null) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = cell;
        }
    }

    @Nullable Cell<C> find(State from, Action action) {
        for (int slot = slot(from, action); ; slot = (slot + 1) & mask) {
            var cell = slots[slot];
            if (cell == null || is(cell.transition, from, action)) {
                return cell;
            }
        }
    }

    private int slot(State from, Action action) {
        int hash = (from.name().hashCode() * 31 + action.name().hashCode()) * 0x9E3779B9;
        return (hash >>> 16) & mask;
    }

    @SuppressWarnings("ReferenceEquality") // the usual case, asked first because it costs nothing
    private static boolean is(Transition<?> transition, State from, Action action) {
        return (transition.from() == from || transition.from().equals(from))
                && (transition.action() == action || transition.action().equals(action));
    }
}
