package io.itsm4j.examples.vehicle;

import io.itsm4j.sla.ClockStatus;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketAttributes;
import io.itsm4j.ticket.TicketId;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells a day in a repair shop that keeps its repairs in the library; {@code --help} says how. */
public final class RepairShop {

    static final String HELP = """
            A day in a repair shop whose repairs are a ticket type of its own.

              --store=h2|memory|postgres   where records are kept; h2 unless said otherwise, gone afterwards
              --help                       this text

            Exit status: 0 when what the program checks on the way holds, 1 when not, 2 when the options are wrong.
            """;

    /** Kept, because a logger nobody holds forgets its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private RepairShop() {}

    /** Tells the story, and ends with 0 only when its own checks hold. */
    public static void main(String[] arguments) {
        ROOT.setLevel(Level.WARNING);
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        String store = Storage.NAMES.get(0);
        for (String argument : arguments) {
            if (argument.equals("--help")) {
                out.print(HELP);
                return 0;
            }
            if (!argument.startsWith("--store=") || !Storage.NAMES.contains(argument.substring(8))) {
                err.println("'" + argument + "' is not an option; --store is one of " + Storage.NAMES);
                return 2;
            }
            store = argument.substring(8);
        }
        Checks checks = new Checks(out);
        try (Shop shop = new Shop(store)) {
            out.println("A repair shop on " + shop.storage());
            tell(shop, checks, out);
        }
        out.println();
        out.println(checks.summary());
        return checks.hold() ? 0 : 1;
    }

    private static void tell(Shop shop, Checks checks, PrintStream out) {
        Teller tell = new Teller(out, shop.clock(), checks);
        Reports reports = new Reports(shop, tell, checks, out);
        new Day(shop, tell).run();
        reports.atClosingTime();
        reports.promises(Map.of(
                ClockStatus.MET, 2L, ClockStatus.RUNNING, 1L, ClockStatus.PAUSED, 1L, ClockStatus.CANCELLED, 1L));

        tell.chapter("A week later: the follow-up visit");
        shop.clock().pass(RepairType.UNTIL_FOLLOW_UP);
        shop.itsm().processDue(100);
        List<TicketId> delivered = shop
                .as(Shop.ANNA)
                .repairs()
                .page(PageRequest.of(TicketAttributes.STATE.is(RepairLifecycle.DELIVERED.name())))
                .items()
                .stream()
                .filter(repair -> repair.details().followUpAsked())
                .map(Ticket::id)
                .toList();
        tell.say(delivered.size() + " follow-up visits are due");
        checks.that("follow-up visits due", delivered.size(), 2);
        checks.that("what is due again at once", shop.itsm().processDue(100).done(), 0);
        delivered.forEach(id -> reports.aWeekLater(shop.as(Shop.ANNA).followUp(id, 5)));

        reports.promises(Map.of(
                ClockStatus.MET, 2L, ClockStatus.RUNNING, 1L, ClockStatus.PAUSED, 1L, ClockStatus.CANCELLED, 1L));
        reports.logs();
        reports.diagram();
    }
}
