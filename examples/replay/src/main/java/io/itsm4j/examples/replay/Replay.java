package io.itsm4j.examples.replay;

import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Replays a public incident log through the library; {@code --help} says how. */
public final class Replay {

    /** Kept, because a logger nobody holds forgets its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private static final long GENERATED = 20_260_301;

    private Replay() {}

    /** Replays, prints the report, and ends with 0 only when everything agrees or is explained. */
    public static void main(String[] arguments) {
        ROOT.setLevel(Level.WARNING);
        System.exit(run(System.out, System.err, Progress.isTerminal(), arguments));
    }

    private static int compare(PrintStream out, int incidents) {
        GeneratedLog.Outcome outcome = new GeneratedLog(GENERATED).live(incidents);
        out.println(Report.number(outcome.incidents()) + " made-up incidents, " + Report.number(outcome.steps())
                + " steps, " + Report.number(outcome.pauses()) + " pauses, " + Report.number(outcome.changes())
                + " changes of priority, " + Report.number(outcome.reopenings()) + " reopenings, "
                + Report.number(outcome.breached()) + " breaches");
        outcome.differences().forEach(out::println);
        out.println(
                outcome.isExact()
                        ? "Every status, due instant, elapsed time and breach is what is known, to the microsecond."
                        : "NOT everything is what is known.");
        return outcome.isExact() ? 0 : 1;
    }

    static int run(PrintStream out, PrintStream err, boolean progress, String... arguments) {
        try {
            Options options = Options.parse(arguments);
            if (options.help()) {
                out.print(Options.HELP);
                return 0;
            }
            if (options.generated() > 0) {
                return compare(out, options.generated());
            }
            Result result = new Run(options, err, progress).run();
            new Report(result, out).print();
            return result.agreement().isWhole() ? 0 : 1;
        } catch (WrongUse | LogFault wrong) {
            err.println(wrong.getMessage());
            return 2;
        }
    }
}
