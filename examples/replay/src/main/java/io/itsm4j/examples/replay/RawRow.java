package io.itsm4j.examples.replay;

import java.util.List;

/**
 * A row as it was written.
 *
 * @param sequence its place among all rows, repeated ones included
 * @param line where it stands in the file
 * @param cells its texts in the order of {@link Column}
 */
record RawRow(long sequence, long line, List<String> cells) {

    String cell(Column column) {
        return cells.get(column.ordinal());
    }
}
