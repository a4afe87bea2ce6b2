package io.itsm4j.examples.finance;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The configuration of a finance service in province, cities and counties; {@code --help} says how. */
public final class FinanceService {

    static final String HELP = """
            The configuration of a finance service in a province, three cities and nine counties.

              --store=h2|memory   where records are kept; h2 unless said otherwise, gone afterwards
              --pictures=FOLDER   where pictures go; examples/finance/target/pictures unless said otherwise
              --help              this text

            Exit status: 0 when what the program checks on the way holds, 1 when not, 2 when the options are wrong.
            """;

    private static final String STORE = "--store=";
    private static final String PICTURES = "--pictures=";

    /** Kept, because a logger nobody holds forgets its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private FinanceService() {}

    /** Tells the story, and ends with 0 only when its own checks hold. */
    public static void main(String[] arguments) {
        ROOT.setLevel(Level.WARNING);
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        String store = Storage.NAMES.get(0);
        String pictures = "examples/finance/target/pictures";
        for (String argument : arguments) {
            if (argument.equals("--help")) {
                out.print(HELP);
                return 0;
            }
            if (argument.startsWith(STORE) && Storage.NAMES.contains(argument.substring(STORE.length()))) {
                store = argument.substring(STORE.length());
            } else if (argument.startsWith(PICTURES) && argument.length() > PICTURES.length()) {
                pictures = argument.substring(PICTURES.length());
            } else {
                err.println("'" + argument + "' is not an option; --store is one of " + Storage.NAMES);
                return 2;
            }
        }
        Checks checks = new Checks(out);
        try (Office office = new Office(store)) {
            out.println("A finance service on " + office.storage());
            tell(office, checks, out, Path.of(pictures));
        }
        out.println();
        out.println(checks.summary());
        return checks.hold() ? 0 : 1;
    }

    private static void tell(Office office, Checks checks, PrintStream out, Path pictures) {
        Teller tell = new Teller(out, office.clock(), checks);
        Gallery gallery = new Gallery(office, pictures, tell, checks);
        new Sheets(office, tell, checks).read();
        Promises.make(office);
        RackFailure rack = new RackFailure(office, tell, checks, gallery);
        rack.before();
        new LedgerChange(office, tell, checks, gallery).run();
        rack.after();
        new Stocktaking(office, tell, checks).run();
    }
}
