package io.itsm4j.examples.replay;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints rows in columns: the first to the left, the others to the right. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... titles) {
        row((Object[]) titles);
    }

    Table row(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell instanceof Number number ? Report.number(number.longValue()) : String.valueOf(cell));
        }
        rows.add(texts);
        return this;
    }

    void print(PrintStream out) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (int line = 0; line < rows.size(); line++) {
            out.println("  " + line(rows.get(line), widths));
            if (line == 0) {
                int width = 2 * (columns - 1);
                for (int column : widths) {
                    width += column;
                }
                out.println("  " + "-".repeat(width));
            }
        }
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String blanks = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? row.get(i) + blanks : "  " + blanks + row.get(i));
        }
        return line.toString().stripTrailing();
    }
}
