package io.itsm4j.examples.replay;

import io.itsm4j.ticket.Priority;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What an agreement would have made of the log.
 *
 * @param isFitted whether it was fitted to the earlier half
 * @param counting how it counts time
 * @param limits what it promises
 * @param fitted the limits that fit the earlier half, with their ranges
 * @param earlier how often it agrees with the recorded verdict on the earlier half
 * @param later and on the later half
 * @param raw what one threshold a priority on the wall clock does, fitted to the earlier half
 * @param close how many ways of counting are within a hundredth of the best on the earlier half
 * @param ways how many were tried
 * @param lived how many clocks there were when the log was played once more under the agreement
 * @param differing how many of them ended in another way than in the trial
 */
record Tried(
        boolean isFitted,
        Counting counting,
        Map<Priority, Duration> limits,
        Limits fitted,
        Score earlier,
        Score later,
        List<Rule> raw,
        long close,
        long ways,
        long lived,
        long differing) {

    /** So many of so many. */
    record Score(long right, long of) {

        @Override
        public String toString() {
            return of == 0 ? "-" : String.format(Locale.ROOT, "%,d of %,d (%.1f %%)", right, of, 100.0 * right / of);
        }
    }

    /** A simpler rule, and how often it agrees. */
    record Rule(Counting counting, Score earlier, Score later) {}

    void print(PrintStream out, BiConsumer<String, String> wrapped) {
        out.println();
        out.println("What if this had been agreed on" + (isFitted ? " (fitted to the earlier half)?" : "?"));
        out.println("  " + counting);
        for (Priority priority : Priority.values()) {
            Duration limit = limits.get(priority);
            if (limit != null) {
                out.println("  priority " + priority.rank() + ": " + said(limit) + (isFitted ? same(priority) : ""));
            }
        }
        Table table = new Table("agrees with the recorded made_sla", "earlier half", "later half");
        table.row("this agreement", earlier, later);
        for (Rule rule : raw) {
            table.row(
                    "one raw 24×7 threshold a priority, "
                            + (rule.counting().untilClosing() ? "until closing" : "until the resolution"),
                    rule.earlier(),
                    rule.later());
        }
        table.print(out);
        out.println("  Played once more under it as a real agreement: " + Report.number(lived) + " clocks, "
                + Report.number(differing) + " of them with another end.");
        if (isFitted) {
            wrapped.accept(
                    "  ",
                    "What the log cannot tell: it names neither a zone nor service hours nor what pauses a clock. "
                            + close + " of " + ways + " ways of counting come within a hundredth of the best on the"
                            + " earlier half, and within the ranges above any limit gives as many right. So the fit is"
                            + " a rule that describes the verdicts, not the agreement that the company had.");
        }
    }

    private String same(Priority priority) {
        Duration least = fitted.least().get(priority);
        Duration most = fitted.most().get(priority);
        return least == null || most == null ? "" : "   (as good: " + said(least) + " to " + said(most) + ")";
    }

    private static String said(Duration time) {
        if (time.compareTo(Counting.NO_LIMIT) >= 0) {
            return "no limit";
        }
        return time.toHours() < 48
                ? String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart())
                : String.format(Locale.ROOT, "%.1f d", time.toMinutes() / 1440.0);
    }
}
