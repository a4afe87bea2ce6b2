package io.itsm4j.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hash table over (state, action), open addressing, at most an eighth full. Looking up allocates nothing. */
final class CellTable<C> {

    private final @Nullable Cell<C>[] slots;

    @SuppressWarnings("unchecked") // an array of cells, filled below with cells of C only
    CellTable(List<Cell<C>> cells) {
        slots = (Cell<C>[]) new Cell<?>[Integer.highestOneBit(Math.max(cells.size(), 1)) * 16];
        for (var cell : cells) {
            int slot = hash(cell.from, cell.action) & (slots.length - 1);
            while (slots[slot] != null) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = cell;
        }
    }

    @Nullable Cell<C> find(State from, Action action) {
        var table = slots;
        int mask = table.length - 1; // in terms of the length, so that the JIT drops the bounds check
        for (int slot = hash(from, action) & mask; ; slot = (slot + 1) & mask) {
            var cell = table[slot];
            if (cell == null || cell.is(from, action)) {
                return cell;
            }
        }
    }

    private static int hash(State from, Action action) {
        int hash = (from.name().hashCode() * 31 + action.name().hashCode()) * 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }
}
