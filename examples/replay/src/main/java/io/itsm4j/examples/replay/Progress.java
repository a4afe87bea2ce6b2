package io.itsm4j.examples.replay;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** A bar that shows how far the replay has come; only for people who watch. */
final class Progress {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean shown;
    private final long rows;
    private long done;
    private int percent = -1;

    Progress(PrintStream out, boolean shown, long rows) {
        this.out = out;
        this.shown = shown;
        this.rows = rows;
    }

    /** Whether somebody watches. From Java 22 on there is a console without a terminal too. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException broken) {
            return false;
        }
    }

    void step() {
        done++;
        int now = (int) (done * 100 / rows);
        if (shown && now != percent) {
            percent = now;
            int full = now * WIDTH / 100;
            String bar = "#".repeat(full) + ".".repeat(WIDTH - full);
            out.printf(Locale.ROOT, "\r[%s] %3d %% of %,d rows", bar, now, rows);
        }
    }

    /** Takes the bar away. */
    void end() {
        if (shown) {
            out.print("\r" + " ".repeat(WIDTH + 40) + "\r");
            out.flush();
        }
    }
}
