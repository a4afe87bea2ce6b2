package io.itsm4j.examples.finance;

import io.itsm4j.ItsmException;
import java.io.PrintStream;
import java.util.Locale;

/** Tells what happens, line by line, with the time of the office. */
final class Teller {

    private final PrintStream out;
    private final StoryClock clock;
    private final Checks checks;

    Teller(PrintStream out, StoryClock clock, Checks checks) {
        this.out = out;
        this.clock = clock;
        this.checks = checks;
    }

    void chapter(String title) {
        out.println();
        out.println(title);
        out.println("-".repeat(title.length()));
    }

    void say(String text) {
        out.println(clock.shown() + "  " + text);
    }

    void line(String text) {
        out.println("             " + text);
    }

    /** Says why something was refused, and makes sure that it was, and why. */
    void refused(String what, String code, Runnable attempt) {
        try {
            attempt.run();
            checks.that(what, "done", code);
        } catch (ItsmException refusal) {
            say("refused, " + what + ":");
            line(refusal.message(Locale.ENGLISH));
            checks.that("refusal, " + what, refusal.code(), code);
        }
    }
}
