package io.itsm4j.examples.vehicle;

import io.itsm4j.ItsmException;
import io.itsm4j.ticket.Ticket;
import java.io.PrintStream;
import java.util.Locale;

/** Tells what happens, line by line, with the time of the shop. */
final class Teller {

    private final PrintStream out;
    private final ShopClock clock;
    private final Checks checks;

    Teller(PrintStream out, ShopClock clock, Checks checks) {
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

    /** Says what became of a repair, and makes sure of it. */
    void now(Ticket<VehicleRepair> repair, io.itsm4j.lifecycle.State wanted, String text) {
        say("%s %-9s %-17s %s"
                .formatted(
                        repair.number(),
                        repair.details().plate(),
                        repair.state().label(),
                        text));
        checks.that("state of " + repair.number(), repair.state(), wanted);
    }

    /** Says why something was refused, and makes sure that it was, and why. */
    void refused(String who, String code, Runnable attempt) {
        try {
            attempt.run();
            checks.that(who, "done", code);
        } catch (ItsmException refusal) {
            say("refused, " + who + ":");
            line(refusal.message(Locale.ENGLISH));
            checks.that("refusal, " + who, refusal.code(), code);
        }
    }
}
